package dev.trestle.host.environment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trestle.protocol.Outage;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Outages of services in containers, where an engine answers. */
final class ContainerOutagesIT extends InContainers {

  private Environment start(Projects.Builder... services) {
    return bench.start(Projects.of(bench.folder(), services));
  }

  private static void happen(Environment environment, Outage.Event event) {
    environment.outage(new Outage(Bench.ADA, event));
  }

  @Test
  void what_is_stopped_has_its_files_when_it_is_back_and_its_log_goes_on() throws IOException {
    String counting =
        "echo >> /tmp/starts; echo start $(wc -l < /tmp/starts);"
            + " exec java -XX:TieredStopAtLevel=1 -cp /classes "
            + TinyService.class.getName();
    Environment environment =
        start(
            tiny("greeter").command("sh", "-c", counting),
            tiny("caller").env("PEER_URL", "http://greeter:8080"));

    happen(environment, new Outage.Stopped("greeter"));
    assertThat(bench.peer("caller", Bench.ADA)).startsWith("200 peer failed");
    environment.recover();
    assertThat(bench.peer("caller", Bench.ADA)).isEqualTo("200 peer answered 200");
    happen(environment, new Outage.Stopped("greeter"));
    happen(environment, new Outage.Stopped("greeter")); // it may be so already
    environment.recover();
    assertThat(bench.get("greeter", "/end?7")).startsWith("502 ");
    happen(environment, new Outage.Restarted("greeter")); // also what has ended by itself
    assertThat(bench.peer("caller", Bench.ADA)).isEqualTo("200 peer answered 200");

    assertThat(bench.log("greeter").lines().filter(line -> line.startsWith("start")))
        .containsExactly("start 1", "start 2", "start 3", "start 4");
    expectNothingLeft();
  }

  @Test
  void what_is_paused_answers_nothing_until_it_is_back() throws IOException {
    Environment environment =
        start(tiny("greeter"), tiny("caller").env("PEER_URL", "http://greeter:8080"));

    happen(environment, new Outage.Paused("greeter"));
    happen(environment, new Outage.Paused("greeter"));
    assertThat(bench.peer("caller", Bench.ADA)).startsWith("200 peer failed SocketTimeout");
    happen(environment, new Outage.Back("greeter"));
    assertThat(bench.peer("caller", Bench.ADA)).isEqualTo("200 peer answered 200");

    happen(environment, new Outage.Paused("greeter"));
    expectNothingLeft(); // also what is held
  }
}

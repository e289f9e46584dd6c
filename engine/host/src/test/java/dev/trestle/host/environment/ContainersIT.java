package dev.trestle.host.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.trestle.host.compose.Build;
import dev.trestle.host.compose.ComposeProject;
import dev.trestle.host.compose.ContainerSettings;
import dev.trestle.host.compose.DependencyCondition;
import dev.trestle.host.compose.FileGrant;
import dev.trestle.protocol.Fault;
import dev.trestle.protocol.Interaction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Environments in containers, where an engine answers. */
final class ContainersIT extends InContainers {

  private ComposeProject project(Projects.Builder... services) {
    return Projects.of(bench.folder(), services);
  }

  private Projects.Builder shell(String name, String script) {
    return Projects.service(name).image(engine.jre()).command("sh", "-c", script);
  }

  @Test
  void containers_call_each_other_through_edges_that_record_and_break() throws IOException {
    Environment environment =
        bench.start(
            project(tiny("greeter"), tiny("caller").env("PEER_URL", "http://greeter:8080")));

    assertThat(environment.description().runtime()).isEqualTo("container");
    assertThat(bench.peer("caller", Bench.ADA)).isEqualTo("200 peer answered 200");
    assertThat(environment.interactions(Bench.ADA))
        .extracting(Interaction::consumer, Interaction::provider, Interaction::status)
        .contains(tuple("caller", "greeter", 200));

    environment.fault(
        new Fault(
            Bench.BOB, "caller", "greeter", null, 0, 0, new Fault.Answer(503, "text/plain", "")));
    assertThat(bench.peer("caller", Bench.BOB)).isEqualTo("200 peer answered 503");
    assertThat(bench.peer("caller", Bench.ADA)).isEqualTo("200 peer answered 200");

    assertThat(engine.publishedOn(bench.session())).isNotEmpty().containsOnly("127.0.0.1");
    assertThat(engine.left(bench.session())).hasSize(3);
    expectNothingLeft();
  }

  @Test
  void containers_reach_what_is_in_the_host() throws IOException {
    bench.start(
        project(
            Projects.service("acquirer").stub(bench.stubs("acquirer")),
            Projects.service("local").java(TinyService.class),
            tiny("caller").env("PEER_URL", "http://acquirer:8080"),
            tiny("other").env("PEER_URL", "http://local:8080")));

    assertThat(bench.peer("caller", Bench.ADA)).isEqualTo("200 peer answered 200");
    assertThat(bench.peer("other", Bench.ADA)).isEqualTo("200 peer answered 200");
    expectNothingLeft();
  }

  @Test
  void a_container_that_ends_shows_its_state_its_code_and_its_last_lines() throws IOException {
    String message =
        bench.startAndFail(
            project(shell("pricing", "echo token=abcdef99; echo no >&2; exit 3").expose(8080)));

    assertThat(message)
        .startsWith("Service 'pricing' ended with exit code 3 before it was ready.")
        .contains("The container is exited, with exit code 3.")
        .contains("  token=*****", "  no")
        .endsWith("Fix the service, or its command in compose.yaml:3.");
    expectNothingLeft();
  }

  @Test
  void a_container_that_is_out_of_memory_says_so() throws IOException {
    ContainerSettings none = ContainerSettings.none();
    ContainerSettings small =
        new ContainerSettings(
            null,
            null,
            none.place(),
            none.security(),
            new ContainerSettings.Limits(
                16L << 20, null, 16L << 20, null, null, null, null, null, Map.of()),
            none.names(),
            null,
            false,
            false,
            null,
            null,
            Map.of(),
            Map.of(),
            Map.of(),
            List.of());

    String message =
        bench.startAndFail(
            project(shell("hungry", "exec tail /dev/zero").expose(8080).container(small)));

    assertThat(message)
        .contains("'hungry' ended with exit code 137")
        .contains("killed since it was out of memory");
    expectNothingLeft();
  }

  @Test
  void an_unhealthy_container_shows_what_its_check_said() throws IOException {
    String message =
        bench.startAndFail(
            project(
                shell("sick", "echo up; sleep 300")
                    .healthcheck("CMD-SHELL", "echo no disk; exit 1")));

    assertThat(message)
        .startsWith("Service 'sick' is unhealthy: its health check failed as often as it may.")
        .contains("ended with exit code 1")
        .contains("no disk")
        .contains("  up")
        .endsWith("Fix the service, or its healthcheck in compose.yaml:7.");
    expectNothingLeft();
  }

  @Test
  void an_image_that_cannot_be_had_is_told_with_the_ways_out() throws IOException {
    String message =
        bench.startAndFail(
            project(Projects.service("cache").image("localhost:1/trestle/no-such-image:1")));

    assertThat(message)
        .startsWith("The image 'localhost:1/trestle/no-such-image:1' of service 'cache'")
        .contains("The engine at ")
        .contains("compose.yaml:3", "docker load", "trestle.runtime=process");
    expectNothingLeft();
  }

  @Test
  void a_container_is_what_the_file_says() throws IOException {
    ContainerSettings none = ContainerSettings.none();
    ContainerSettings told =
        new ContainerSettings(
            null,
            null,
            new ContainerSettings.Place(
                "1234:1234", List.of(), "/srv", "shelf", null, null, null, null),
            new ContainerSettings.Security(List.of(), List.of("ALL"), List.of(), false, true),
            none.limits(),
            new ContainerSettings.Names(
                List.of("registry:10.1.2.3"), List.of(), List.of(), List.of()),
            null,
            false,
            false,
            null,
            null,
            Map.of("team", "shop"),
            Map.of(),
            Map.of("/scratch", "mode=1777"),
            List.of(new FileGrant(null, "s3cr3t-word", "/run/secrets/word", Projects.at(8))));
    String script =
        "id -u; pwd; hostname; cat /run/secrets/word; echo; grep registry /etc/hosts;"
            + " touch /scratch/a && echo scratched; touch /a 2>/dev/null || echo read-only;"
            + " grep CapBnd /proc/self/status; echo $WORD";

    bench.start(
        project(
            shell("job", script).env("WORD", "said").container(told),
            tiny("after").dependsOn("job", DependencyCondition.SERVICE_COMPLETED_SUCCESSFULLY)));

    assertThat(bench.log("job").lines())
        .contains("1234", "/srv", "shelf", "scratched", "read-only", "said")
        .contains("s3cr3t-word", "CapBnd:\t0000000000000000")
        .anyMatch(line -> line.matches("10\\.1\\.2\\.3\\s+registry"));
    expectNothingLeft();
  }

  @Test
  void an_image_is_built_and_a_change_of_its_files_replaces_the_service() throws IOException {
    Path context = Files.createDirectories(bench.folder().resolve("greeter"));
    Files.writeString(context.resolve("Dockerfile"), dockerfile());
    Files.writeString(context.resolve("word"), "one");
    Build build =
        new Build(context.toString(), null, Map.of("JRE", engine.jre()), null, Projects.at(4));
    ComposeProject project =
        project(Projects.service("greeter").build(build), shell("idle", "sleep 300"));
    Environment environment = bench.start(project);

    assertThat(environment.changes(bench.request(project)).isEmpty()).isTrue();
    Files.writeString(context.resolve("word"), "two");
    assertThat(environment.changes(bench.request(project)).replaced())
        .containsExactly(Map.entry("greeter", "its build context changed"));

    environment.update(bench.request(project), changes -> {});

    bench.awaitLog("greeter", "two");
    Files.writeString(context.resolve("word"), "one");
    environment.update(bench.request(project), changes -> {});
    bench.awaitLog("greeter", "one"); // what was built before
    expectNothingLeft();
  }

  @Test
  void a_container_that_an_interrupted_start_left_is_no_obstacle() throws IOException {
    engine.create(bench.session() + "_idle");

    bench.start(project(shell("idle", "sleep 300")));

    expectNothingLeft();
  }

  @Test
  void an_update_that_failed_can_be_made_again() throws IOException {
    Environment environment = bench.start(project(shell("one", "sleep 300")));
    ComposeProject broken =
        project(
            shell("one", "sleep 301"),
            shell("two", "sleep 300"),
            Projects.service("three").image("localhost:1/trestle/no-such-image:1"));
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> environment.update(bench.request(broken), changes -> {}))
          .hasMessageContaining("no-such-image");
    }

    environment.update(
        bench.request(project(shell("one", "sleep 301"), shell("two", "sleep 300"))),
        changes -> {});

    assertThat(environment.status()).hasSize(2).allMatch(service -> service.ready());
    expectNothingLeft();
  }

  @Test
  void what_is_done_once_and_ends_well_is_no_death() throws IOException {
    Environment environment = bench.start(project(shell("topics", "echo made"), tiny("tiny")));

    bench.awaitLog("topics", "made");
    assertThat(environment.deaths()).isEmpty();
    assertThat(environment.status()).allMatch(service -> service.ready());
    expectNothingLeft();
  }

  private static String dockerfile() {
    return "ARG JRE=none\nFROM ${JRE}\nCOPY word /word\nCMD [\"sh\", \"-c\", \"cat /word; echo;"
        + " sleep 300\"]\n";
  }

  @Test
  void a_container_that_ends_later_is_a_death() throws Exception {
    bench.start(project(tiny("tiny")));

    assertThat(bench.get("tiny", "/health")).startsWith("200");
    Thread end =
        new Thread(
            () -> {
              try {
                bench.get("tiny", "/end?137");
              } catch (IOException e) {
                // It ends before it answers.
              }
            });
    end.start();

    ServiceDeath death = bench.awaitDeath();
    assertThat(death.exitCode()).isEqualTo(137);
    assertThat(death.message()).contains("exit code 137 (killed, often for want of memory)");
    end.join();
    expectNothingLeft();
  }
}

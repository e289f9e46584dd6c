package dev.trestle.host.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trestle.protocol.Fault;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class FaultsTest {

  private static final String ADA = "7e57ca5e16cd43dd8448eb211c80319c";
  private static final String BOB = "7e57ca5e17cd43dd8448eb211c80319c";
  private static final Fault.Effect RESET = new Fault.Reset();

  private final Faults faults = new Faults();

  private Optional<Fault.Effect> take(String traceId, String method, String path) {
    return take("checkout", "inventory", traceId, method, path);
  }

  private Optional<Fault.Effect> take(
      String consumer, String provider, String traceId, String method, String path) {
    String head =
        method
            + " "
            + path
            + " HTTP/1.1\r\ntraceparent: 00-"
            + traceId
            + "-b7ad6b7169203331-01\r\n\r\n";
    Edge edge = new Edge(consumer, provider, 1, Edge.Kind.HTTP);
    return faults.take(
        new Exchange(edge, Answers.read(head.getBytes(StandardCharsets.ISO_8859_1))));
  }

  @Test
  void a_fault_touches_its_scenario_and_edge_only() {
    faults.add(fault(null, 0, 0, RESET));

    assertThat(take(ADA, "GET", "/stock")).contains(RESET);
    assertThat(take(BOB, "GET", "/stock")).isEmpty();
    assertThat(take("cart", "inventory", ADA, "GET", "/stock")).isEmpty();
    assertThat(take("checkout", "payment", ADA, "GET", "/stock")).isEmpty();
  }

  @Test
  void method_and_whole_path_must_fit() {
    faults.add(fault("POST /reservations/*/commit", 0, 0, RESET));

    assertThat(take(ADA, "POST", "/reservations/7/commit")).isPresent();
    assertThat(take(ADA, "GET", "/reservations/7/commit")).isEmpty();
    assertThat(take(ADA, "POST", "/reservations/7/commit/x")).isEmpty();
  }

  @Test
  void a_fault_is_used_up() {
    faults.add(fault(null, 0, 2, RESET));

    assertThat(take(ADA, "GET", "/")).isPresent();
    assertThat(take(ADA, "GET", "/")).isPresent();
    assertThat(take(ADA, "GET", "/")).isEmpty();
  }

  @Test
  void a_fault_begins_later() {
    faults.add(fault(null, 2, 1, RESET));

    assertThat(take(ADA, "GET", "/")).isEmpty();
    assertThat(take(ADA, "GET", "/")).isEmpty();
    assertThat(take(ADA, "GET", "/")).isPresent();
    assertThat(take(ADA, "GET", "/")).isEmpty();
  }

  @Test
  void the_newest_fault_wins() {
    Fault.Effect delay = new Fault.Delay(1);
    faults.add(fault(null, 0, 0, RESET));
    faults.add(fault(null, 0, 1, delay));

    assertThat(take(ADA, "GET", "/")).contains(delay);
    assertThat(take(ADA, "GET", "/")).contains(RESET);
  }

  @Test
  void faults_end_with_their_scenario_and_tell_what_they_did() {
    faults.add(fault("GET /", 0, 0, RESET));
    faults.add(fault("GET /", 0, 0, new Fault.Answer(503, "", "")));
    take(ADA, "GET", "/");
    faults.lift(new Fault.Lifted(ADA, "checkout", "payment"));
    faults.lift(new Fault.Lifted(BOB, "checkout", "inventory"));
    take(ADA, "GET", "/");

    assertThat(faults.end(ADA))
        .extracting(FaultRule::toString)
        .containsExactly(
            "checkout -> inventory for GET /: the connection was reset in place of the answer;"
                + " used 0 time(s) in 2 call(s)",
            "checkout -> inventory for GET /: answered 503 in the provider's place;"
                + " used 2 time(s) in 2 call(s)");
    assertThat(take(ADA, "GET", "/")).isEmpty();
  }

  @Test
  void a_fault_that_was_lifted_does_nothing_more() {
    faults.add(fault(null, 0, 0, RESET));
    faults.lift(new Fault.Lifted(ADA, "checkout", "inventory"));

    assertThat(take(ADA, "GET", "/")).isEmpty();
    assertThat(faults.end(ADA)).singleElement().asString().endsWith("0 call(s), then lifted");
  }

  private static Fault fault(@Nullable String calls, int skipped, int times, Fault.Effect effect) {
    return new Fault(ADA, "checkout", "inventory", calls, skipped, times, effect);
  }
}

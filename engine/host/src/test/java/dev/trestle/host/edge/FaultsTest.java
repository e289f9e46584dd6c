package dev.trestle.host.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trestle.protocol.Fault;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class FaultsTest {

  private static final String ADA = "0af7651916cd43dd8448eb211c80319c";
  private static final String BOB = "1bf7651916cd43dd8448eb211c80319c";
  private static final Edge EDGE = new Edge("checkout", "inventory", 1, Edge.Kind.HTTP);
  private static final Fault.Effect RESET = new Fault.Reset();

  private final Faults faults = new Faults();

  @Test
  void a_fault_touches_its_scenario_and_edge_only() {
    faults.add(fault(null, null, 0, RESET));

    assertThat(faults.take(EDGE, ADA, "GET", "/stock")).contains(RESET);
    assertThat(faults.take(EDGE, BOB, "GET", "/stock")).isEmpty();
    assertThat(faults.take(new Edge("cart", "inventory", 1, Edge.Kind.HTTP), ADA, "GET", "/stock"))
        .isEmpty();
    assertThat(
            faults.take(new Edge("checkout", "payment", 1, Edge.Kind.HTTP), ADA, "GET", "/stock"))
        .isEmpty();
  }

  @Test
  void method_and_whole_path_must_fit() {
    faults.add(fault("POST", "/reservations/[^/]+/commit", 0, RESET));

    assertThat(faults.take(EDGE, ADA, "POST", "/reservations/7/commit")).isPresent();
    assertThat(faults.take(EDGE, ADA, "GET", "/reservations/7/commit")).isEmpty();
    assertThat(faults.take(EDGE, ADA, "POST", "/reservations/7/commit/x")).isEmpty();
  }

  @Test
  void a_fault_is_used_up() {
    faults.add(fault(null, null, 2, RESET));

    assertThat(faults.take(EDGE, ADA, "GET", "/")).isPresent();
    assertThat(faults.take(EDGE, ADA, "GET", "/")).isPresent();
    assertThat(faults.take(EDGE, ADA, "GET", "/")).isEmpty();
  }

  @Test
  void the_newest_fault_wins() {
    Fault.Effect delay = new Fault.Delay(1);
    faults.add(fault(null, null, 0, RESET));
    faults.add(fault(null, null, 1, delay));

    assertThat(faults.take(EDGE, ADA, "GET", "/")).contains(delay);
    assertThat(faults.take(EDGE, ADA, "GET", "/")).contains(RESET);
  }

  @Test
  void faults_end_with_their_scenario() {
    faults.add(fault(null, null, 0, RESET));
    faults.end(ADA);

    assertThat(faults.take(EDGE, ADA, "GET", "/")).isEmpty();
  }

  private static Fault fault(
      @Nullable String method, @Nullable String path, int times, Fault.Effect effect) {
    return new Fault(ADA, "checkout", "inventory", method, path, times, effect);
  }
}

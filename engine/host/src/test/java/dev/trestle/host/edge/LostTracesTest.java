package dev.trestle.host.edge;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which calls without a trace id are remembered, and what is said of those that are not. */
final class LostTracesTest {

  private static final String ADA = "7e57ca5e16cd43dd8448eb211c80319c";
  private static final Edge STOCK = new Edge("orders", "stock", 1, Edge.Kind.HTTP);
  private static final Edge MAIL = new Edge("orders", "mail", 2, Edge.Kind.HTTP);

  private final LostTraces lost = new LostTraces(3);
  private final long before = System.nanoTime();

  @BeforeEach
  void aRunBegins() {
    lost.beginRun();
  }

  private Exchange call(Edge edge) {
    String head = "GET /item HTTP/1.1\r\nHost: a\r\n\r\n";
    return new Exchange(edge, Objects.requireNonNull(Head.of(head.getBytes(ISO_8859_1))));
  }

  private void lose(Edge edge) {
    lost.begun(call(edge), true);
  }

  private LostTraces.Known known(String provider, long since) {
    return lost.known(ADA, since, "orders", provider, null);
  }

  @Test
  void calls_that_are_not_remembered_are_told_on_their_edge_and_in_their_time() {
    lose(STOCK);
    assertThat(known("stock", before)).isEqualTo(new LostTraces.Known(1, false));
    for (int i = 0; i < 3; i++) {
      lose(MAIL);
    }

    assertThat(known("stock", before)).isEqualTo(new LostTraces.Known(0, true));
    assertThat(known("mail", before)).isEqualTo(new LostTraces.Known(3, false));
    assertThat(known("stock", System.nanoTime())).isEqualTo(new LostTraces.Known(0, false));
    lost.beginRun();
    assertThat(known("stock", before)).isEqualTo(new LostTraces.Known(0, false));
  }

  @Test
  void calls_that_count_for_the_scenario_need_not_be_remembered() {
    for (int i = 0; i < 5; i++) {
      Exchange own = call(STOCK);
      own.belongsTo(ADA);
      lost.begun(own, true);
    }

    assertThat(known("stock", before)).isEqualTo(new LostTraces.Known(0, false));
    assertThat(lost.known("another", before, "orders", "stock", null))
        .isEqualTo(new LostTraces.Known(3, true));
  }
}

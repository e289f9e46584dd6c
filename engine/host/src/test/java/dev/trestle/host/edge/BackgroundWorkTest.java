package dev.trestle.host.edge;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Which calls without a trace id are a service's own work. */
final class BackgroundWorkTest {

  private static final Edge PAYMENT = new Edge("gateway", "payment", 1, Edge.Kind.HTTP);
  private static final Edge TEST = new Edge("test", "gateway", 2, Edge.Kind.HTTP);
  private static final String TRACED =
      "\r\ntraceparent: 00-7e57ca5e16cd43dd8448eb211c80319c-b7ad6b7169203331-01";

  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
  private final BackgroundWork work = new BackgroundWork(now::get);

  private static Exchange call(Edge edge, String line, String fields) {
    String head = line + " HTTP/1.1\r\nHost: a" + fields + "\r\n\r\n";
    return new Exchange(edge, Objects.requireNonNull(Head.of(head.getBytes(ISO_8859_1))));
  }

  private void begin(Edge edge, String line, String fields) {
    work.begun(call(edge, line, fields));
  }

  private boolean isKnown(String line, boolean answering) {
    return work.has(BackgroundWork.Operation.of(call(PAYMENT, line, "")), answering);
  }

  @Test
  void an_operation_that_was_called_before_anything_ran_is_known() {
    begin(PAYMENT, "GET /health?at=1&for=a", "");
    work.beginRun();

    assertThat(isKnown("GET /health?for=b&at=2", false)).isTrue();
    assertThat(isKnown("GET /health", false)).isFalse();
    assertThat(isKnown("HEAD /health?at=1&for=a", false)).isFalse();
    assertThat(isKnown("GET /healthy?at=1&for=a", false)).isFalse();
    assertThat(
            work.has(
                BackgroundWork.Operation.of(
                    call(new Edge("gateway", "orders", 1, Edge.Kind.HTTP), "GET /health", "")),
                false))
        .isFalse();
  }

  @Test
  void while_a_scenarios_call_is_answered_it_is_known_of_a_consumer_that_sends_the_trace_on() {
    begin(PAYMENT, "GET /health", "");
    work.beginRun();
    begin(TEST, "GET /", TRACED);
    assertThat(isKnown("GET /health", true)).isFalse();
    begin(PAYMENT, "POST /payments", TRACED);

    assertThat(isKnown("GET /health", true)).isTrue();
    assertThat(isKnown("POST /payments", false)).isFalse();
  }

  @Test
  void nothing_is_learned_while_a_run_or_a_person_may_have_caused_it() {
    work.beginRun();
    now.addAndGet(TimeUnit.SECONDS.toNanos(60));
    begin(PAYMENT, "GET /a", "");
    work.endRun();
    now.addAndGet(TimeUnit.SECONDS.toNanos(10) - 1);
    begin(PAYMENT, "GET /a", "");
    assertThat(isKnown("GET /a", false)).isFalse();
    now.addAndGet(1);
    begin(TEST, "GET /", ""); // by hand
    begin(PAYMENT, "GET /a", "");
    assertThat(isKnown("GET /a", false)).isFalse();
    now.addAndGet(TimeUnit.SECONDS.toNanos(10));
    begin(PAYMENT, "GET /a", "");
    assertThat(isKnown("GET /a", false)).isTrue();
  }
}

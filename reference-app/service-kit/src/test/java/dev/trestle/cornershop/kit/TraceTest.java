package dev.trestle.cornershop.kit;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceTest {
  private static final String TRACE_ID = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String HEADER = "00-" + TRACE_ID + "-00f067aa0ba902b7-00";

  @Test
  void an_incoming_trace_is_continued_in_a_span_of_its_own() {
    Trace trace = Trace.continuing(HEADER);

    assertThat(trace.traceId()).isEqualTo(TRACE_ID);
    assertThat(trace.spanId()).matches("[0-9a-f]{16}").isNotEqualTo("00f067aa0ba902b7");
    assertThat(trace.flags()).isEqualTo("00");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "garbage",
        "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
        "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01"
      })
  void an_invalid_header_begins_a_new_trace(String header) {
    Trace trace = Trace.continuing(header);

    assertThat(trace.traceId()).matches("[0-9a-f]{32}").isNotEqualTo(TRACE_ID);
    assertThat(Trace.continuing(trace.header()).traceId()).isEqualTo(trace.traceId());
  }

  @Test
  void work_runs_inside_the_span_and_leaves_none_behind() {
    Trace trace = Trace.continuing(HEADER);

    trace.run(() -> assertThat(Trace.current()).isEqualTo(trace));

    assertThat(Trace.current().traceId()).isNotEqualTo(TRACE_ID);
  }

  @Test
  void a_trace_crosses_kafka_in_a_header() {
    Headers headers = new RecordHeaders();

    KafkaTrace.write(Trace.start(), headers);
    KafkaTrace.write(Trace.continuing(HEADER), headers);

    assertThat(KafkaTrace.read(headers).traceId()).isEqualTo(TRACE_ID);
    assertThat(headers.headers(Trace.HEADER)).hasSize(1);
  }
}

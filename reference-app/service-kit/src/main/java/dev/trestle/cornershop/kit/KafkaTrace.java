package dev.trestle.cornershop.kit;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** Carries the trace context in the headers of Kafka records. */
public final class KafkaTrace {
  private KafkaTrace() {}

  /** Writes the span into the headers, replacing one that is there. */
  public static void write(Trace trace, Headers headers) {
    headers.remove(Trace.HEADER);
    headers.add(Trace.HEADER, trace.header().getBytes(StandardCharsets.UTF_8));
  }

  /** A new span inside the trace that the headers name, or of a new trace. */
  public static Trace read(Headers headers) {
    Header header = headers.lastHeader(Trace.HEADER);
    return Trace.continuing(
        header == null || header.value() == null
            ? null
            : new String(header.value(), StandardCharsets.UTF_8));
  }
}

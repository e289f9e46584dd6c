package dev.trestle.cornershop.kit;

import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * A span of a W3C trace (https://www.w3.org/TR/trace-context/); the current one lives in the MDC.
 */
public record Trace(String traceId, String spanId, String flags) {
  /** The header's name, in HTTP and in Kafka records. */
  public static final String HEADER = "traceparent";

  private static final Pattern FORMAT =
      Pattern.compile("(?!ff)[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?");
  private static final String TRACE_ID = "traceId";
  private static final String SPAN_ID = "spanId";
  private static final String FLAGS = "traceFlags";

  /** A span of a new trace. */
  public static Trace start() {
    return new Trace(randomHex() + randomHex(), randomHex(), "01");
  }

  /** A new span inside the trace that the header names, or of a new trace. */
  public static Trace continuing(@Nullable String header) {
    Matcher matcher = FORMAT.matcher(header == null ? "" : header.trim());
    if (!matcher.matches() || matcher.group(1).matches("0+") || matcher.group(2).matches("0+")) {
      return start();
    }
    return new Trace(matcher.group(1), randomHex(), matcher.group(3));
  }

  /** The thread's current span, or a span of a new trace. */
  public static Trace current() {
    String traceId = MDC.get(TRACE_ID);
    String spanId = MDC.get(SPAN_ID);
    String flags = MDC.get(FLAGS);
    return traceId == null || spanId == null || flags == null
        ? start()
        : new Trace(traceId, spanId, flags);
  }

  /** A new span inside the same trace. */
  public Trace child() {
    return new Trace(traceId, randomHex(), flags);
  }

  /** The value of the {@code traceparent} header. */
  public String header() {
    return "00-" + traceId + "-" + spanId + "-" + flags;
  }

  /** Makes this the thread's current span. */
  public void enter() {
    MDC.put(TRACE_ID, traceId);
    MDC.put(SPAN_ID, spanId);
    MDC.put(FLAGS, flags);
  }

  /** Leaves the thread without a current span. */
  public static void leave() {
    MDC.remove(TRACE_ID);
    MDC.remove(SPAN_ID);
    MDC.remove(FLAGS);
  }

  /** Runs the work inside this span. */
  public void run(Runnable work) {
    enter();
    try {
      work.run();
    } finally {
      leave();
    }
  }

  /** Calls the work inside this span. */
  public <T> T call(Callable<T> work) throws Exception {
    enter();
    try {
      return work.call();
    } finally {
      leave();
    }
  }

  private static String randomHex() {
    long bits = ThreadLocalRandom.current().nextLong();
    return String.format("%016x", bits == 0 ? 1 : bits);
  }
}

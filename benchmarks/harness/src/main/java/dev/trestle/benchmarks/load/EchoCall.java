package dev.trestle.benchmarks.load;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A request with a body that is to come back, as the bytes that are sent. It carries a trace id, of
 * which a new one begins every so many calls, as with a new scenario.
 */
final class EchoCall {

  private static final String ZEROS = "0".repeat(16);
  private static final String TRACE = "00-" + ZEROS + ZEROS + "-00f067aa0ba902b7-01";

  /** A scenario's trace id begins so. */
  private static final long SCENARIO = 0x7e57ca5e_00000000L;

  private static final String ITEM = "{\"sku\":\"BEANS-1\",\"quantity\":2,\"net\":700},";

  private final byte[] bytes;
  private final int trace;
  private final int body;
  private final int perTrace;
  private final long connection;
  private long calls;

  /**
   * A call.
   *
   * @param port the server's port on loopback, which the request names
   * @param length the length of its body
   * @param perTrace how many calls share a trace id
   * @param connection tells the trace ids of this connection from those of others
   */
  EchoCall(int port, int length, int perTrace, long connection) {
    String head =
        "POST /quotes/latest HTTP/1.1\r\nHost: 127.0.0.1:"
            + port
            + "\r\nAccept: application/json\r\nUser-Agent: benchmark\r\ntraceparent: "
            + TRACE
            + "\r\nContent-Type: application/json\r\nContent-Length: "
            + length
            + "\r\n\r\n";
    this.bytes = (head + json(length)).getBytes(US_ASCII);
    this.trace = head.indexOf(TRACE) + 3;
    this.body = head.length();
    this.perTrace = perTrace;
    this.connection = SCENARIO | connection;
  }

  private static String json(int length) {
    String items = ITEM.repeat(length / ITEM.length() + 1);
    return "[" + items.substring(0, length - 2) + "]";
  }

  /** The bytes of the next call. */
  byte[] next() {
    if (calls % perTrace == 0) {
      write(connection, trace);
      write(calls / perTrace + 1, trace + 16);
    }
    calls++;
    return bytes;
  }

  /** Whether an answer has the body that was sent. */
  boolean isEcho(byte[] answer, int from, int length) {
    return Arrays.equals(bytes, body, bytes.length, answer, from, from + length);
  }

  int bodyLength() {
    return bytes.length - body;
  }

  /** The trace ids of the calls so far. */
  List<String> traces() {
    List<String> traces = new ArrayList<>();
    for (long trace = 1; (trace - 1) * perTrace < calls; trace++) {
      traces.add(hex(connection) + hex(trace));
    }
    return traces;
  }

  private void write(long number, int at) {
    byte[] digits = hex(number).getBytes(US_ASCII);
    System.arraycopy(digits, 0, bytes, at, digits.length);
  }

  private static String hex(long number) {
    String digits = Long.toHexString(number);
    return ZEROS.substring(digits.length()) + digits;
  }
}

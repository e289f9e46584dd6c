package dev.trestle.host.edge;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Makes answers that the provider has not given, or not so. */
final class Answers {

  /** What frames a message or belongs to one connection, RFC 9110 section 7.6.1. */
  static final Set<String> FRAME =
      Set.of(
          "connection",
          "content-length",
          "expect",
          "http2-settings",
          "keep-alive",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");

  private static final Map<Integer, String> REASONS =
      Map.ofEntries(
          Map.entry(200, "OK"),
          Map.entry(201, "Created"),
          Map.entry(400, "Bad Request"),
          Map.entry(401, "Unauthorized"),
          Map.entry(403, "Forbidden"),
          Map.entry(404, "Not Found"),
          Map.entry(409, "Conflict"),
          Map.entry(429, "Too Many Requests"),
          Map.entry(500, "Internal Server Error"),
          Map.entry(502, "Bad Gateway"),
          Map.entry(503, "Service Unavailable"),
          Map.entry(504, "Gateway Timeout"));

  private static final byte[] NONE = {};

  private Answers() {}

  /**
   * An answer.
   *
   * @param head its head, framed for its body and the end of the connection
   * @param body its body
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Reply(Head head, byte[] body) {

    byte[] bytes() {
      byte[] all = new byte[head.bytes().length + body.length];
      System.arraycopy(head.bytes(), 0, all, 0, head.bytes().length);
      System.arraycopy(body, 0, all, head.bytes().length, body.length);
      return all;
    }
  }

  /** An answer made here. */
  static Reply of(int status, String contentType, byte[] body) {
    String type = contentType.isEmpty() ? "" : "Content-Type: " + contentType + "\r\n";
    String challenge = status == 401 ? "WWW-Authenticate: Bearer\r\n" : "";
    String head =
        "HTTP/1.1 %d %s\r\n%s%sContent-Length: %d\r\nConnection: close\r\n\r\n"
            .formatted(
                status, REASONS.getOrDefault(status, "Changed"), type, challenge, body.length);
    return new Reply(read(head.getBytes(ISO_8859_1)), body);
  }

  /** The provider's answer with another body, or the same. */
  static Reply changed(Head head, byte[] body) {
    return new Reply(
        read(head.with(FRAME, "Content-Length: " + body.length, "Connection: close")), body);
  }

  /** Whether an answer ends with its head, RFC 9112 section 6.3. */
  static boolean isBodiless(String method, int status) {
    return method.equals("HEAD")
        || status / 100 == 1
        || status == 204
        || status == 304
        || (method.equals("CONNECT") && status / 100 == 2);
  }

  /** An answer as it came; the length that it names is that of a body that it does not have. */
  static Reply bodiless(Head head) {
    return new Reply(
        read(head.with(Set.of("connection", "keep-alive"), "Connection: close")), NONE);
  }

  /**
   * An answer without a body that it must not have. To HEAD and of status 304 it may name the
   * length that the body would have, and else none, RFC 9110 section 8.6.
   */
  static Reply framed(Reply reply, Head original, String method) {
    int status = reply.head().status();
    if (!isBodiless(method, status)) {
      return reply;
    }
    Set<String> framing = Set.of("content-length", "transfer-encoding");
    boolean mayName = status == 304 || (method.equals("HEAD") && status >= 200 && status != 204);
    String[] named =
        framing.stream()
            .filter(name -> mayName && !original.field(name).isEmpty())
            .map(name -> name + ": " + original.field(name))
            .toArray(String[]::new);
    return new Reply(read(reply.head().with(framing, named)), NONE);
  }

  /** The provider's answer with another status and body. */
  static Reply restated(Head head, int status, byte[] body) {
    String changed =
        new String(changed(head, body).head().bytes(), ISO_8859_1)
            .replaceFirst(
                "[^\r]*",
                "HTTP/1.1 %d %s".formatted(status, REASONS.getOrDefault(status, "Changed")));
    return new Reply(read(changed.getBytes(ISO_8859_1)), body);
  }

  /** What a test is told of a provider that does not answer. */
  static Reply noAnswer(Edge edge, IOException why) {
    String text =
        "Service '%s' does not answer at 127.0.0.1:%d: %s%n"
            .formatted(edge.provider(), edge.port(), why.getMessage());
    return of(502, "text/plain; charset=utf-8", text.getBytes(UTF_8));
  }

  static Head read(byte[] head) {
    return Objects.requireNonNull(Head.of(head));
  }
}

package dev.trestle.host.edge;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.Locale;
import java.util.Random;

/** Makes requests and answers, with what RFC 9112 allows, forbids and leaves to its readers. */
final class FuzzMessages {

  private final Random random;

  FuzzMessages(Random random) {
    this.random = random;
  }

  /** A request, as it is sent and as it arrives through an edge. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Request(String story, String method, byte[] head, byte[] body, String arrivingHead) {

    byte[] all() {
      return joined(head, body);
    }

    byte[] arrives() {
      return arrivingHead.isEmpty() ? all() : joined(arrivingHead.getBytes(ISO_8859_1), body);
    }

    boolean expects() {
      return new String(head, ISO_8859_1).contains("100-continue");
    }
  }

  /** An answer. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Answer(String story, byte[] all) {}

  private static byte[] joined(byte[] one, byte[] other) {
    byte[] all = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, all, one.length, other.length);
    return all;
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private String one(String... of) {
    return of[random.nextInt(of.length)];
  }

  private String line() {
    return chance(90) ? "\r\n" : "\n";
  }

  byte[] noise() {
    byte[] bytes = new byte[1 + random.nextInt(chance(10) ? 300_000 : 300)];
    random.nextBytes(bytes);
    return bytes;
  }

  private String letters(int count) {
    StringBuilder text = new StringBuilder(count);
    for (int i = 0; i < count; i++) {
      text.append((char) ('a' + random.nextInt(26)));
    }
    return text.toString();
  }

  private String someBody() {
    return letters(chance(5) ? random.nextInt(400_000) : random.nextInt(chance(20) ? 20_000 : 60));
  }

  private String fields() {
    StringBuilder fields = new StringBuilder();
    for (int i = random.nextInt(5); i > 0; i--) {
      fields.append(
          switch (random.nextInt(9)) {
            case 0 -> "X-" + letters(5) + ":" + letters(9) + line();
            case 1 -> "x-odd:   two  words " + line();
            case 2 -> "Set-Cookie: a=1" + line() + "Set-Cookie: b=2" + line();
            case 3 -> "X-Folded: one" + line() + "\t two" + line();
            case 4 -> "Empty:" + line();
            case 5 -> "X-Long: " + letters(random.nextInt(9_000)) + line();
            case 6 ->
                "traceparent: 00-7e57ca5e"
                    + String.format(Locale.ROOT, "%024x", random.nextInt(5))
                    + "-b7ad6b7169203331-01"
                    + line();
            case 7 -> "X-Obs: \u00e9\u0001\u007f" + line();
            default -> "Connection: " + one("keep-alive", "close", "x, keep-alive") + line();
          });
    }
    return fields.toString();
  }

  private String target() {
    return one("/", "/a/b?c=d", "/%2F", "http://a.b/c", "*", "/" + letters(20), "//");
  }

  /** A request whose end every reader finds at the same place. */
  Request plainRequest() {
    String method = one("GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS", "PATCH");
    String first = method + " " + target() + " " + one("HTTP/1.1", "HTTP/1.1", "HTTP/1.0");
    String lead = chance(5) ? "\r\n" : "";
    if (method.equals("GET") || method.equals("HEAD") || chance(20)) {
      return new Request(
          method, method, bytes(lead + first + line() + fields() + line()), new byte[0], "");
    }
    return withBody(method, lead + first.replace("1.0", "1.1"));
  }

  private Request withBody(String method, String first) {
    String expect = chance(15) ? "Expect: 100-continue\r\n" : "";
    if (chance(50)) {
      String body = someBody();
      String length = "Content-Length: " + body.length() + line();
      String again = chance(10) ? length : "";
      return new Request(
          method + " with a length",
          method,
          bytes(first + line() + fields() + length + again + expect + line()),
          bytes(body),
          "");
    }
    String coding =
        one(
            "chunked",
            "Chunked",
            "gzip, chunked",
            "gzip,chunked",
            "\tCHUNKED \t",
            "gzip\r\nTransfer-Encoding: chunked");
    return new Request(
        method + " in chunks",
        method,
        bytes(first + line() + "Transfer-Encoding: " + coding + line() + expect + line()),
        bytes(chunks()),
        "");
  }

  /** A request with a body that is not empty. */
  Request upload() {
    String body = "u" + someBody();
    return new Request(
        "upload",
        "POST",
        bytes(
            "POST /up HTTP/1.1\r\nHost: a\r\n"
                + fields()
                + "Content-Length: "
                + body.length()
                + "\r\n\r\n"),
        bytes(body),
        "");
  }

  private String chunks() {
    StringBuilder all = new StringBuilder();
    for (int i = random.nextInt(6); i > 0; i--) {
      String data = letters(1 + random.nextInt(chance(10) ? 30_000 : 50));
      String size = Integer.toHexString(data.length());
      String extension = one("", "", ";a=b", ";q=\"x y\"", " ;z");
      all.append(chance(20) ? "0" + size.toUpperCase(Locale.ROOT) : size)
          .append(extension)
          .append("\r\n")
          .append(data)
          .append("\r\n");
    }
    String trailer =
        chance(30)
            ? one(
                "X-Trailer: " + letters(4) + "\r\nY: z\r\n",
                "Content-Length: 5\r\n",
                "Transfer-Encoding: chunked\r\n",
                "Folded: a\r\n b\r\n")
            : "";
    return all.append(one("0", "000", "0;last"))
        .append("\r\n")
        .append(trailer)
        .append("\r\n")
        .toString();
  }

  /** Any request; what comes after it in a conversation does not depend on where it ends. */
  Request request(boolean first) {
    if (first && chance(5)) {
      return h2c();
    }
    if (chance(40)) {
      return plainRequest();
    }
    return chance(55) ? framedTwice() : malformed();
  }

  /** Lengths and codings of which readers make different things, RFC 9112 section 6. */
  private Request framedTwice() {
    String data = letters(1 + random.nextInt(200));
    String tail = chance(90) ? letters(1 + random.nextInt(50)) : "";
    int length = data.length();
    if (chance(50)) {
      String value = one(LENGTHS).replace("N", String.valueOf(length));
      return evil("length " + value, "Content-Length: " + value.replace("|", CL), data + tail);
    }
    String chunked = Integer.toHexString(length) + "\r\n" + data + "\r\n" + "0\r\n\r\n" + tail;
    String coding = one(CODINGS);
    String all = one(String.valueOf(chunked.length()), "3", String.valueOf(length), "0");
    String fields =
        switch (random.nextInt(7)) {
          case 0 -> "Transfer-Encoding: " + coding + CL + all;
          case 1 -> "Content-Length: " + all + TE + coding;
          case 2 -> "Content-Length: " + all + TE + "chunked";
          case 3 -> "Transfer-Encoding: " + coding + TE + one(CODINGS);
          default -> "Transfer-Encoding: " + coding;
        };
    return evil("coding " + fields.replace("\r\n", " | "), fields, chunked);
  }

  private static final String CL = "\r\nContent-Length: ";
  private static final String TE = "\r\nTransfer-Encoding: ";

  /** What a length can look like; N is the right one, and | begins another field of its kind. */
  private static final String[] LENGTHS = {
    "3|N",
    "N|3",
    "N|99999",
    "+N",
    "-N",
    "0xN",
    "N N",
    "N, 3",
    "N;",
    "Ne1",
    "N.0",
    "",
    " ",
    "|N",
    "N|",
    "99999999999999999999999",
    "9223372036854775808",
    "3\r\n N",
    "\"N\"",
    "N,",
    ",N",
    "N\0",
    "chunked"
  };

  /** Transfer codings that are not, or not clearly, chunks in the end. */
  private static final String[] CODINGS = {
    "chunked, identity", "identity", "chunked, gzip", "xchunked", "chunkedx", "chunked;q=1",
        "\"chunked\"",
    "chunked,", ", chunked", "chunk ed", "", "\0chunked", "chunked\0", "identity, chunked, identity"
  };

  /** A message of which readers make different things for another reason. */
  private Request malformed() {
    String body = letters(1 + random.nextInt(200));
    int length = body.length();
    String cl = "Content-Length: " + length;
    String chunks = "Transfer-Encoding: chunked";
    return switch (random.nextInt(20)) {
      case 0 -> evil("broken chunk", chunks, "5\r\nabcdefgh\r\n" + body);
      case 1 -> evil("no chunk size", chunks, "zz\r\n" + body);
      case 2 -> evil("space before the colon", "Content-Length : " + length, body);
      case 3 -> evil("a bare return", "A: b\r" + cl, body);
      case 4 -> evil("huge head", "X: " + letters(140_000 + random.nextInt(50_000)), "");
      case 5 -> evil("no colon", "nonsense", body);
      case 6 -> evil("a fold before the length", "A: b\r\n " + cl, body);
      case 7 -> evil("a fold before the coding", "A: b\r\n\t" + chunks, chunks() + body);
      case 8 -> evil("nothing in a name", "Content-Length\0: " + length, body);
      case 9 -> evil("nothing in a value", "A: b\0" + cl, body);
      case 10 -> evil("a control in a name", "\u000bContent-Length: " + length, body);
      case 11 -> evil("a chunk that is too long to count", chunks, "fffffffffffffffff\r\n" + body);
      case 12 -> evil("a chunk with a sign", chunks, one("+5", "-5", "0x5", " 5") + "\r\n" + body);
      case 13 -> evil("a bare line end after a size", chunks, "0\n\n" + body);
      case 14 -> evil("a bare line end in an extension", chunks, "0;a\nb\r\n\r\n" + body);
      case 15 -> evil("a bare line end in a trailer", chunks, "0\r\nA: b\n\n" + body);
      case 16 -> evil("a bare return after a size", chunks, "0\r\rX\r\n\r\n" + body);
      case 17 -> evil("a bare line end after a chunk", chunks, "1\r\na\n0\r\n\r\n" + body);
      case 18 ->
          new Request(
              "a fold before the first field",
              "POST",
              bytes("POST /evil HTTP/1.1\r\n " + cl + "\r\nHost: a\r\n\r\n"),
              bytes(body),
              "");
      default ->
          new Request(
              "chunks of HTTP/1.0",
              "POST",
              bytes("POST /evil HTTP/1.0\r\n" + chunks + "\r\n\r\n"),
              bytes("0\r\n\r\n" + body),
              "");
    };
  }

  private Request evil(String story, String field, String body) {
    String head = "POST /evil HTTP/1.1\r\nHost: a\r\n" + field + "\r\n\r\n";
    return new Request(story, "POST", bytes(head), bytes(body), "");
  }

  private Request h2c() {
    String first = "GET /h2 HTTP/1.1\r\nHost: a\r\n";
    boolean closes = chance(50);
    String offer =
        "Connection: Upgrade, HTTP2-Settings"
            + (closes ? ", close" : "")
            + "\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMA\r\n\r\n";
    return new Request(
        "h2c",
        "GET",
        bytes(first + offer),
        new byte[0],
        first + (closes ? "Connection: close\r\n" : "") + "\r\n");
  }

  byte[] interim() {
    return bytes(
        one(
            "HTTP/1.1 100 Continue\r\n\r\n",
            "HTTP/1.1 102 Processing\r\nA: b\r\n\r\n",
            "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"));
  }

  /** An answer that is whole, or of which nobody could say where it ends. */
  Answer answer(String method) {
    String status = one("200 OK", "201 Made", "404 Not Found", "500 Oh", "299", "302 Else where");
    String version = one("HTTP/1.1", "HTTP/1.1", "HTTP/1.0");
    String first = version + " " + status + line() + fields();
    if (method.equals("HEAD")) {
      return new Answer("200 to HEAD", bytes(first + "Content-Length: 77\r\n\r\n"));
    }
    String body = someBody();
    return switch (random.nextInt(16)) {
      case 0 -> new Answer("204", bytes("HTTP/1.1 204 No Content\r\n" + fields() + "\r\n"));
      case 1 -> new Answer("304", bytes("HTTP/1.1 304 Same\r\nContent-Length: 9\r\n\r\n"));
      case 8 ->
          new Answer(
              "a body that must not be",
              bytes(
                  "HTTP/1.1 "
                      + one("204", "304")
                      + " No\r\nContent-Length: 5\r\n\r\n"
                      + letters(5)));
      case 9 -> framedTwice(first);
      case 2, 3, 4 ->
          new Answer("chunks", bytes(first + "Transfer-Encoding: chunked\r\n\r\n" + chunks()));
      case 5 -> new Answer("no length", bytes(first + "Content-Length: many\r\n\r\n" + body));
      case 6 -> new Answer("no HTTP", bytes("SSH-2.0 what\r\n" + body));
      case 7 ->
          new Answer("more than its length", bytes(first + "Content-Length: 2\r\n\r\nok" + body));
      default ->
          new Answer(
              "a length",
              bytes(first + "Content-Length: " + body.length() + line() + line() + body));
    };
  }

  /** An answer whose end is another one for each reader. */
  private Answer framedTwice(String first) {
    String data = letters(1 + random.nextInt(50));
    String chunks = Integer.toHexString(data.length()) + "\r\n" + data + "\r\n";
    String field =
        switch (random.nextInt(3)) {
          case 0 -> "Content-Length: " + one("3", "77777") + TE + "chunked";
          case 1 -> "Transfer-Encoding: chunked" + CL + chunks.length();
          default -> "Content-Length: 3" + CL + "77777";
        };
    String answer = first + field + "\r\n\r\n" + chunks;
    return new Answer("answer with " + field.replace("\r\n", " | "), bytes(answer));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(ISO_8859_1);
  }
}

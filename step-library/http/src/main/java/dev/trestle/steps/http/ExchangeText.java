package dev.trestle.steps.http;

import dev.trestle.protocol.Secrets;
import dev.trestle.steps.core.exchange.Exchange;
import dev.trestle.steps.core.exchange.Request;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An exchange as text for the report, bounded. */
final class ExchangeText {

  private static final int LONGEST_BODY = 30 * 1024;
  private static final int BRIEF_BODY = 500;
  private static final int MOST_HEADERS = 2 * 1024;

  private ExchangeText() {}

  static String of(Exchange exchange) {
    return request(exchange.request())
        + "\n\n"
        + exchange.status()
        + (exchange.reason().isEmpty() ? "" : " " + exchange.reason())
        + " in "
        + exchange.millis()
        + " ms"
        + headers(exchange.headers())
        + body(exchange.body());
  }

  /** An exchange without headers, its bodies cut to what is read at a glance. */
  static Map<String, String> brief(Exchange exchange) {
    Map<String, String> brief = new LinkedHashMap<>();
    Request request = exchange.request();
    String outcome = (exchange.status() + " " + exchange.reason()).strip();
    brief.put(
        "Exchange " + exchange.number(),
        "%s of %s → %s in %d ms"
            .formatted(request.named(), request.target().written(), outcome, exchange.millis()));
    String sent = new String(request.body().content(), StandardCharsets.UTF_8);
    addBody(brief, "sent", sent);
    addBody(brief, "received", exchange.body());
    return brief;
  }

  private static void addBody(Map<String, String> brief, String name, String body) {
    if (!body.isEmpty()) {
      brief.put(name, isText(body) ? cut(body, BRIEF_BODY) : bytes(body));
    }
  }

  /** A request that was not answered. */
  static String of(Request request, String failure) {
    return request(request) + "\n\n" + failure;
  }

  private static String request(Request request) {
    return request.method()
        + " "
        + request.url()
        + headers(List.copyOf(request.headers().entrySet()))
        + body(new String(request.body().content(), StandardCharsets.UTF_8));
  }

  private static String headers(List<Map.Entry<String, String>> headers) {
    StringBuilder out = new StringBuilder();
    for (Map.Entry<String, String> header : headers) {
      out.append('\n').append(header.getKey()).append(": ").append(value(header));
    }
    return cut(out.toString(), MOST_HEADERS);
  }

  private static String value(Map.Entry<String, String> header) {
    return Secrets.mask(header.getKey(), header.getValue());
  }

  private static String body(String body) {
    if (body.isEmpty()) {
      return "";
    }
    return "\n\n" + (isText(body) ? cut(body, LONGEST_BODY) : bytes(body));
  }

  private static String bytes(String body) {
    return "(" + body.length() + " bytes)";
  }

  private static boolean isText(String body) {
    return body.chars().limit(1024).allMatch(c -> c >= ' ' || Character.isWhitespace(c));
  }

  /** Secrets are masked before, since half of one is not recognised. */
  private static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    String masked = Secrets.mask(text);
    return masked.length() <= longest
        ? masked
        : masked.substring(0, longest) + "\n… cut: " + masked.length() + " characters in all";
  }
}

package dev.trestle.steps.http;

import dev.trestle.steps.core.testing.Counterexamples.Case;
import dev.trestle.steps.http.CartServer.Answer;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The cart in the worlds of counterexamples: at {@code /worlds/NULL} and, as XML, at {@code
 * /xml-worlds/NULL}; after a request to {@code /mode/NULL}, at every other path. Each answer of
 * {@code /ids} has another id.
 */
final class CartWorlds {

  private static final String ITEMS =
      "[" + "{\"sku\": \"SOAP\", \"quantity\": 1}, ".repeat(7) + "{\"sku\": \"TEA\"}]";

  private final AtomicInteger ids = new AtomicInteger();
  private volatile Optional<Case> mode = Optional.empty();

  Optional<Answer> answer(String path) {
    String[] parts = path.split("/", 3);
    return switch (parts[1]) {
      case "worlds" -> Optional.of(json(Case.valueOf(parts[2])));
      case "xml-worlds" -> Optional.of(xml(Case.valueOf(parts[2])));
      case "ids" -> Optional.of(answer("{\"id\": " + ids.incrementAndGet() + "}", Map.of()));
      case "mode" -> enter(Case.valueOf(parts[2]));
      default -> mode.map(CartWorlds::json);
    };
  }

  private Optional<Answer> enter(Case world) {
    mode = Optional.of(world);
    return Optional.of(new Answer(200, "text/plain", ""));
  }

  private static Answer json(Case world) {
    return switch (world) {
      case DIFFERENT ->
          answer(
              "{\"id\": \"c-2\", \"status\": \"CLOSED\", \"total\": 1, \"items\": " + ITEMS + "}",
              Map.of(
                  "Content-Type", "text/html",
                  "ETag", "v2",
                  "Set-Cookie", "theme=light",
                  "X-Powered-By", "tea"));
      case ABSENT -> answer("{}", Map.of());
      case EMPTY ->
          answer(
              members("\"\"", "[]"),
              Map.of("Content-Type", "", "ETag", "", "Set-Cookie", "theme=", "X-Powered-By", ""));
      case NULL -> answer(members("null", "null"), Map.of());
      case WRONG_TYPE -> answer(members("{\"a\": 1}", "\"BEANS\""), Map.of());
      case NOTHING -> new Answer(204, "", "", Map.of());
    };
  }

  private static Answer xml(Case world) {
    return switch (world) {
      case DIFFERENT -> answer("<cart id='c-2'><item sku='TEA'/></cart>", Map.of());
      case EMPTY -> answer("<cart id=''><item sku=''/></cart>", Map.of());
      case WRONG_TYPE -> answer("<cart><id>c-1</id><item><sku>BEANS</sku></item></cart>", Map.of());
      default -> answer("<cart/>", Map.of());
    };
  }

  private static Answer answer(String body, Map<String, String> headers) {
    return new Answer(200, "", body, headers);
  }

  private static String members(String value, String items) {
    return "{\"id\": %1$s, \"status\": %1$s, \"number\": %1$s, \"items\": %2$s}"
        .formatted(value, items);
  }
}

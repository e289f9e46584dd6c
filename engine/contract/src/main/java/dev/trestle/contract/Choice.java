package dev.trestle.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonNodePath;
import com.networknt.schema.ValidationMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the validator says of alternatives, {@code oneOf} or {@code anyOf}, none of which fits: all
 * that is wrong with each.
 */
final class Choice {

  private static final Set<String> KEYWORDS = Set.of("oneOf", "anyOf");
  private static final int WHOLE = -1;

  private final Map<Integer, List<ValidationMessage>> byAlternative = new TreeMap<>();
  private final int length;

  /**
   * A choice.
   *
   * @param length the length of the path to its keyword
   */
  Choice(int length) {
    this.length = length;
  }

  /** The length of the path to the outermost keyword of a choice in a path, if there is one. */
  static Optional<Integer> in(JsonNodePath path) {
    for (int i = 0; i < path.getNameCount(); i++) {
      boolean keyword = KEYWORDS.contains(String.valueOf(path.getElement(i)));
      if (keyword && (i == 0 || !"properties".equals(path.getElement(i - 1)))) {
        return Optional.of(i + 1);
      }
    }
    return Optional.empty();
  }

  void add(ValidationMessage message) {
    JsonNodePath path = message.getEvaluationPath();
    boolean whole = path.getNameCount() == length;
    int alternative = whole ? WHOLE : Integer.parseInt(String.valueOf(path.getElement(length)));
    byAlternative.computeIfAbsent(alternative, i -> new ArrayList<>()).add(message);
  }

  /** What is wrong with the only alternative that is not for null, when there is only one. */
  Optional<List<ValidationMessage>> only() {
    List<List<ValidationMessage>> meant =
        byAlternative.entrySet().stream()
            .filter(each -> each.getKey() != WHOLE)
            .map(Map.Entry::getValue)
            .filter(messages -> !messages.stream().allMatch(Choice::isForNull))
            .toList();
    return meant.size() == 1 ? Optional.of(meant.get(0)) : Optional.empty();
  }

  private static boolean isForNull(ValidationMessage message) {
    JsonNode rule = message.getSchemaNode();
    boolean type = message.getType().equals("type") && rule.asText().equals("null");
    boolean value = message.getType().equals("enum") && rule.size() == 1 && rule.path(0).isNull();
    return type || value;
  }

  /** Whether too many fit. */
  boolean isAmbiguous() {
    return byAlternative.keySet().equals(Set.of(WHOLE));
  }

  /** The message that stands for all: the choice's own, else the outermost one. */
  ValidationMessage first() {
    List<ValidationMessage> own = byAlternative.get(WHOLE);
    if (own != null) {
      return own.get(0);
    }
    return byAlternative.values().stream()
        .flatMap(List::stream)
        .min(
            (a, b) ->
                Integer.compare(
                    a.getInstanceLocation().getNameCount(), b.getInstanceLocation().getNameCount()))
        .orElseThrow();
  }

  /** The keyword, such as {@code anyOf}. */
  String keyword() {
    return String.valueOf(first().getEvaluationPath().getElement(length - 1));
  }
}

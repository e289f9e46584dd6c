package dev.trestle.steps.core.runner;

import io.cucumber.core.options.RuntimeOptions;
import io.cucumber.tagexpressions.Expression;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What of the features was selected, for that of which Cucumber makes no scenario.
 *
 * @param tags the tag expressions that must all hold
 * @param names the expressions of which a name must match one, if there are any
 * @param lines the lines that were named, of files for which some were
 */
record Selected(List<Expression> tags, List<Pattern> names, Map<URI, Set<Integer>> lines) {

  /** Everything. */
  static final Selected ALL = new Selected(List.of(), List.of(), Map.of());

  /** What Cucumber's options select, the project's own settings among them. */
  static Selected of(RuntimeOptions options) {
    return new Selected(
        options.getTagExpressions(), options.getNameFilters(), options.getLineFilters());
  }

  /**
   * Whether an outline is selected.
   *
   * @param uri its file
   * @param name its name
   * @param tagNames its tags and those around it
   * @param from its first line
   * @param to its last line
   */
  boolean has(String uri, String name, List<String> tagNames, long from, long to) {
    return tags.stream().allMatch(expression -> expression.evaluate(tagNames))
        && (names.isEmpty() || names.stream().anyMatch(each -> each.matcher(name).find()))
        && (lines.getOrDefault(URI.create(uri), Set.of()).isEmpty()
            || lines.get(URI.create(uri)).stream().anyMatch(line -> from <= line && line <= to));
  }
}

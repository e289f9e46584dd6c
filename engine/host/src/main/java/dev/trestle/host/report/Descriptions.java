package dev.trestle.host.report;

import io.qameta.allure.context.MarkdownContext;
import io.qameta.allure.entity.TestResult;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes HTML of the features' descriptions, each of which many scenarios share. */
final class Descriptions {

  private Descriptions() {}

  /** Completes results that have a description in Markdown only. */
  static void complete(List<TestResult> results) {
    Map<String, String> known = new HashMap<>();
    Function<String, String> markdown = null;
    for (TestResult result : results) {
      if (isEmpty(result.getDescriptionHtml()) && !isEmpty(result.getDescription())) {
        markdown = markdown == null ? new MarkdownContext().getValue() : markdown;
        result.setDescriptionHtml(known.computeIfAbsent(result.getDescription(), markdown));
      }
    }
  }

  private static boolean isEmpty(@Nullable String text) {
    return text == null || text.isEmpty();
  }
}

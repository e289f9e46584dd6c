package dev.trestle.steps.core.allure;

import io.qameta.allure.model.Label;
import io.qameta.allure.model.Link;
import io.qameta.allure.model.TestResult;
import io.qameta.allure.util.ResultsUtils;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Allure's labels and links from a scenario's tags: {@code @epic:Orders}, {@code @feature:…}, {@code
 * @story:…}, {@code @severity:critical}, {@code @owner:payments-team}, {@code @issue:SHOP-12},
 * {@code @tms:…}. In an epic's, feature's or story's name an underscore stands for a space.
 */
final class Labels {

  private static final Set<String> NAMES = Set.of("epic", "feature", "story");

  /** Replaced by what the tags say, or of no use to a reader. */
  private static final Set<String> DROPPED = Set.of("testClass", "story");

  private Labels() {}

  static void apply(TestResult result, List<String> tags, String rule) {
    List<Label> labels = new ArrayList<>();
    List<Link> links = new ArrayList<>(result.getLinks());
    for (String tag : tags) {
      int colon = tag.indexOf(':');
      if (colon > 1 && colon < tag.length() - 1) {
        add(tag.substring(1, colon), tag.substring(colon + 1), labels, links);
      }
    }
    if (!rule.isEmpty() && lacks(labels, "story")) {
      labels.add(label("story", rule));
    }
    for (Label label : result.getLabels()) {
      if (isKept(label, labels, tags)) {
        labels.add(label);
      }
    }
    result.setLabels(labels);
    result.setLinks(links);
  }

  private static void add(String key, String value, List<Label> labels, List<Link> links) {
    String name = key.toLowerCase(Locale.ROOT);
    switch (name) {
      case "epic", "feature", "story" -> labels.add(label(name, value.replace('_', ' ')));
      case "severity" -> labels.add(label(name, value.toLowerCase(Locale.ROOT)));
      case "owner" -> labels.add(label(name, value));
      case "issue" -> links.add(ResultsUtils.createIssueLink(value));
      case "tms" -> links.add(ResultsUtils.createTmsLink(value));
      default -> labels.add(label("tag", key + ":" + value));
    }
  }

  private static boolean isKept(Label label, List<Label> labels, List<String> tags) {
    String name = label.getName();
    if (DROPPED.contains(name)) {
      return false;
    }
    if ("tag".equals(name)) {
      return label.getValue().indexOf(':') < 0 || !tags.contains("@" + label.getValue());
    }
    return !NAMES.contains(name) || lacks(labels, name);
  }

  private static boolean lacks(List<Label> labels, String name) {
    return labels.stream().noneMatch(label -> name.equals(label.getName()));
  }

  private static Label label(String name, String value) {
    return new Label().setName(name).setValue(value);
  }
}

package dev.trestle.steps.core.catalogue;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * How alike a step's text and an expression are: the share of letter pairs that they have in common
 * (the Sørensen–Dice coefficient), with values and parameters left out.
 */
public final class Similarity {

  /** Below this, two steps have little in common but grammar. */
  private static final double FLOOR = 0.45;

  /** What is much less alike than the nearest only distracts from it. */
  private static final double NEAR_THE_BEST = 0.7;

  private static final Pattern VALUES =
      Pattern.compile("\"[^\"]*\"|'[^']*'|\\{[^{}]*}|<[^<>]*>|\\d+(?:[.,]\\d+)*");
  private static final Pattern NOISE = Pattern.compile("[^\\p{L}\\p{N}]+");

  private Similarity() {}

  /** The expressions nearest to a text, the nearest first; those that are far are left out. */
  public static List<String> nearest(String text, List<String> expressions, int most) {
    record Scored(String expression, double score) {}
    List<Scored> scored =
        expressions.stream()
            .distinct()
            .map(expression -> new Scored(expression, of(text, expression)))
            .filter(candidate -> candidate.score() >= FLOOR)
            .sorted(
                Comparator.comparingDouble(Scored::score)
                    .reversed()
                    .thenComparing(Scored::expression))
            .toList();
    return scored.stream()
        .filter(candidate -> candidate.score() >= NEAR_THE_BEST * scored.get(0).score())
        .limit(most)
        .map(Scored::expression)
        .toList();
  }

  /** From 0, nothing in common, to 1, the same. */
  static double of(String text, String expression) {
    Map<String, Integer> left = pairs(text);
    Map<String, Integer> right = pairs(expression);
    int common = 0;
    for (Map.Entry<String, Integer> pair : left.entrySet()) {
      common += Math.min(pair.getValue(), right.getOrDefault(pair.getKey(), 0));
    }
    int all = size(left) + size(right);
    return all == 0 ? 0 : 2.0 * common / all;
  }

  private static int size(Map<String, Integer> pairs) {
    return pairs.values().stream().mapToInt(Integer::intValue).sum();
  }

  private static Map<String, Integer> pairs(String text) {
    String plain =
        NOISE
            .matcher(VALUES.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" "))
            .replaceAll(" ")
            .strip();
    Map<String, Integer> pairs = new HashMap<>();
    if (plain.isEmpty()) {
      return pairs;
    }
    for (String word : plain.split(" ", -1)) {
      String padded = " " + word + " ";
      for (int i = 0; i + 2 <= padded.length(); i++) {
        pairs.merge(padded.substring(i, i + 2), 1, Integer::sum);
      }
    }
    return pairs;
  }
}

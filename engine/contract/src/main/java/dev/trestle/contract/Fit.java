package dev.trestle.contract;

import java.util.ArrayList;
import java.util.List;

/**
 * How a request, a response or a message fits its document.
 *
 * @param problems what does not fit
 * @param whole whether all of it could be checked
 */
public record Fit(List<Problem> problems, boolean whole) {

  /** Keeps an unmodifiable copy. */
  public Fit {
    problems = List.copyOf(problems);
  }

  static Fit whole(List<Problem> problems) {
    return new Fit(problems, true);
  }

  static Fit of(Problem problem) {
    return new Fit(List.of(problem), true);
  }

  Fit and(Fit other) {
    List<Problem> all = new ArrayList<>(problems);
    all.addAll(other.problems);
    return new Fit(all, whole && other.whole);
  }
}

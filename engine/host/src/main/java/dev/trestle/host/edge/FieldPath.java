package dev.trestle.host.edge;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where fields are in a document: {@code $.total}, {@code $.lines[0].net}, {@code $[*].id}.
 *
 * @param steps names of fields, indexes of items, or {@code *} for every item
 */
record FieldPath(List<String> steps) {

  private static final Pattern STEP = Pattern.compile("\\.([^.\\[\\]]+)|\\[([0-9]+|\\*)]");

  static FieldPath of(String written) {
    List<String> steps = new ArrayList<>();
    Matcher step = STEP.matcher(written);
    while (step.find()) {
      steps.add(step.group(1) == null ? step.group(2) : step.group(1));
    }
    return new FieldPath(steps);
  }
}

package dev.trestle.steps.core.phrase;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lays the project's phrases over the library's. */
final class PhraseLayers {

  private PhraseLayers() {}

  /** The phrases in force; two of one layer with the same expression are a problem. */
  static List<Phrase> lay(List<Phrase> phrases, List<Problem> problems) {
    Map<String, Phrase> library = layer(phrases, true, problems);
    Map<String, Phrase> project = layer(phrases, false, problems);
    Map<String, Phrase> inForce = new LinkedHashMap<>(library);
    inForce.putAll(project);
    return new ArrayList<>(inForce.values());
  }

  private static Map<String, Phrase> layer(
      List<Phrase> phrases, boolean library, List<Problem> problems) {
    Map<String, Phrase> layer = new LinkedHashMap<>();
    for (Phrase phrase : phrases) {
      if (phrase.origin().library() != library) {
        continue;
      }
      Phrase first = layer.putIfAbsent(phrase.expression().normalised(), phrase);
      if (first != null) {
        problems.add(clash(first, phrase));
      }
    }
    return layer;
  }

  private static Problem clash(Phrase first, Phrase second) {
    return new Problem(
        "The phrase '" + second.expression().written() + "' is defined twice.",
        "It is also defined at " + first.place() + ", as '" + first.expression().written() + "'.",
        second.place(),
        "Take one of them out, or word it differently.");
  }
}

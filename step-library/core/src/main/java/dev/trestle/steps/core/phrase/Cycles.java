package dev.trestle.steps.core.phrase;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds phrases that use themselves, through others or at once. */
final class Cycles {

  private final Map<Phrase, Map<Phrase, Part>> uses;
  private final List<Problem> problems = new ArrayList<>();
  private final Set<Phrase> done = new HashSet<>();
  private final List<Phrase> path = new ArrayList<>();

  private Cycles(Map<Phrase, Map<Phrase, Part>> uses) {
    this.uses = uses;
  }

  /** Each cycle once, named with the lines that close it. */
  static List<Problem> in(Map<Phrase, Map<Phrase, Part>> uses) {
    Cycles cycles = new Cycles(uses);
    uses.keySet().forEach(cycles::visit);
    return cycles.problems;
  }

  private void visit(Phrase phrase) {
    int start = path.indexOf(phrase);
    if (start >= 0) {
      problems.add(problem(path.subList(start, path.size())));
      return;
    }
    if (!done.add(phrase)) {
      return;
    }
    path.add(phrase);
    uses.getOrDefault(phrase, Map.of()).keySet().forEach(this::visit);
    path.remove(path.size() - 1);
  }

  private Problem problem(List<Phrase> cycle) {
    StringBuilder names = new StringBuilder();
    StringBuilder lines = new StringBuilder("The parts that do it:");
    Place last = cycle.get(0).place();
    for (int i = 0; i < cycle.size(); i++) {
      Phrase phrase = cycle.get(i);
      Part part = uses.get(phrase).get(cycle.get((i + 1) % cycle.size()));
      names.append(phrase.expression().written()).append(" -> ");
      lines.append("\n  ").append(part.place()).append(": ").append(part.text());
      last = part.place();
    }
    names.append(cycle.get(0).expression().written());
    return new Problem(
        "A phrase uses itself: " + names, lines.toString(), last, "Take one of these parts out.");
  }
}

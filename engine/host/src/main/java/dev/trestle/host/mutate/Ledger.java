package dev.trestle.host.mutate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What was tried, and what became of each mutant. */
final class Ledger {

  private final int most;
  private final Recording recording;
  private final Map<String, List<Try>> tries = new LinkedHashMap<>();

  /** Where a call was expected and not made: other mutants of it would not meet it either. */
  private final Set<String> idle = new HashSet<>();

  /** By field: who noticed a change of it, and is likely to notice another one too. */
  private final Map<String, Set<String>> watchers = new HashMap<>();

  /**
   * Nothing was tried yet.
   *
   * @param recording which scenarios use what
   * @param most in how many scenarios a mutant is tried at most, 0 for all that use it
   */
  Ledger(Recording recording, int most) {
    this.recording = recording;
    this.most = most;
  }

  /** A mutant was tried; known by its id, for a ledger of an earlier run. */
  void add(String mutant, Try tried) {
    tries.computeIfAbsent(mutant, key -> new ArrayList<>()).add(tried);
    if (tried.result() == Try.Result.NOT_CALLED) {
      idle.add(use(mutant, tried.scenario()));
    }
    if (tried.isDetected()) {
      watchers.computeIfAbsent(place(mutant), key -> new HashSet<>()).add(tried.scenario());
    }
  }

  /** A call in a scenario; whatever is said of the answer follows the colon. */
  private static String use(String mutant, String scenario) {
    return mutant.substring(0, mutant.lastIndexOf(' ', mutant.indexOf(": "))) + " in " + scenario;
  }

  /** The field of an answer, whatever is done to it; empty for a mutant of the whole answer. */
  private static String place(String mutant) {
    int colon = mutant.indexOf(": ");
    int field = mutant.indexOf(' ', colon + 2);
    return field < 0 ? "" : mutant.substring(0, colon) + mutant.substring(field);
  }

  /** Whether a scenario noticed another change of the same field. */
  boolean watches(Recording.Scenario scenario, Mutant mutant) {
    return !mutant.field().isEmpty()
        && watchers.getOrDefault(place(mutant.id()), Set.of()).contains(scenario.id());
  }

  /** All tries by the mutants' ids. */
  Map<String, List<Try>> all() {
    return tries;
  }

  List<Try> of(Mutant mutant) {
    return tries.getOrDefault(mutant.id(), List.of());
  }

  /**
   * The scenarios in which a mutant is still to be tried, none when it is decided. Those that
   * noticed another change of its field are among them however often it was tried.
   */
  List<Recording.Scenario> candidates(Mutant mutant) {
    List<Try> known = of(mutant);
    if (known.stream().anyMatch(Try::isDetected)) {
      return List.of();
    }
    boolean enough = isEnough(known);
    return recording.using(mutant.operation()).stream()
        .filter(scenario -> known.stream().noneMatch(t -> t.scenario().equals(scenario.id())))
        .filter(scenario -> !idle.contains(use(mutant.id(), scenario.id())))
        .filter(scenario -> !enough || watches(scenario, mutant))
        .toList();
  }

  /** Tries without an effect say nothing, but must not go on for ever either. */
  private boolean isEnough(List<Try> known) {
    long passed = known.stream().filter(t -> t.result() == Try.Result.PASSED).count();
    return most > 0 && (passed >= most || known.size() >= 2L * most);
  }

  Verdict verdict(Mutant mutant) {
    Optional<Try> detected = of(mutant).stream().filter(Try::isDetected).findFirst();
    if (detected.isPresent()) {
      return detected.get().result() == Try.Result.KILLED ? Verdict.KILLED : Verdict.TIMED_OUT;
    }
    if (!candidates(mutant).isEmpty()) {
      return Verdict.UNDECIDED;
    }
    boolean passed = of(mutant).stream().anyMatch(t -> t.result() == Try.Result.PASSED);
    return passed ? Verdict.SURVIVED : Verdict.NOT_APPLIED;
  }
}

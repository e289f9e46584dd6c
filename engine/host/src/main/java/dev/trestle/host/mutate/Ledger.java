package dev.trestle.host.mutate;

import java.util.ArrayList;
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
  }

  /** A call in a scenario; whatever is said of the answer follows the colon. */
  private static String use(String mutant, String scenario) {
    return mutant.substring(0, mutant.lastIndexOf(' ', mutant.indexOf(": "))) + " in " + scenario;
  }

  /** All tries by the mutants' ids. */
  Map<String, List<Try>> all() {
    return tries;
  }

  List<Try> of(Mutant mutant) {
    return tries.getOrDefault(mutant.id(), List.of());
  }

  /** The scenarios in which a mutant is still to be tried, none when it is decided. */
  List<Recording.Scenario> candidates(Mutant mutant) {
    List<Try> known = of(mutant);
    if (known.stream().anyMatch(Try::isDetected) || isEnough(known)) {
      return List.of();
    }
    return recording.using(mutant.operation()).stream()
        .filter(scenario -> known.stream().noneMatch(t -> t.scenario().equals(scenario.id())))
        .filter(scenario -> !idle.contains(use(mutant.id(), scenario.id())))
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

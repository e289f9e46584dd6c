package dev.trestle.host.mutate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which mutant is tried next in which scenario. A scenario runs once in a wave and has one mutant;
 * mutants that were tried in fewer scenarios come first.
 */
final class Schedule {

  /** A wave is short, so that little is lost when it is cut off. */
  private static final long WAVE_MILLIS = 20_000;

  private static final long LATE_COST_MILLIS = 10_000;

  private static final double UNKNOWN = 0.5;

  private final List<Mutant> mutants;
  private final Ledger ledger;
  private final int lanes;

  /**
   * A mutant in a scenario.
   *
   * @param mutant the mutant
   * @param scenario the scenario
   */
  record Pair(Mutant mutant, Recording.Scenario scenario) {

    /** How long it takes, roughly. */
    long millis() {
      return scenario.millis() + (mutant.kind() == Kind.LATE ? LATE_COST_MILLIS : 0);
    }
  }

  /**
   * A schedule.
   *
   * @param mutants all mutants in their order
   * @param ledger what was tried
   * @param lanes how many scenarios run at once
   */
  Schedule(List<Mutant> mutants, Ledger ledger, int lanes) {
    this.mutants = mutants;
    this.ledger = ledger;
    this.lanes = lanes;
  }

  /**
   * The next wave, empty when every mutant is decided.
   *
   * @param millis how much time there is
   */
  List<Pair> next(long millis) {
    long room = Math.min(WAVE_MILLIS, millis) * lanes;
    Map<String, Double> rates = rates();
    Set<String> taken = new HashSet<>();
    List<Pair> wave = new ArrayList<>();
    for (Mutant mutant : inOrder()) {
      if (room <= 0) {
        break;
      }
      Optional<Pair> pair = pair(mutant, taken, rates);
      if (pair.isPresent()) {
        wave.add(pair.get());
        taken.add(pair.get().scenario().id());
        room -= pair.get().millis();
      }
    }
    wave.sort(Comparator.comparingLong(Pair::millis).reversed());
    return wave;
  }

  private List<Mutant> inOrder() {
    return mutants.stream()
        .sorted(Comparator.comparingInt(mutant -> ledger.of(mutant).size()))
        .toList();
  }

  /**
   * One that watches the field; then the likeliest to notice; then of a feature not tried yet; then
   * the one that goes furthest.
   */
  private Optional<Pair> pair(Mutant mutant, Set<String> taken, Map<String, Double> rates) {
    Set<String> files = triedFiles(mutant);
    return ledger.candidates(mutant).stream()
        .filter(scenario -> !taken.contains(scenario.id()))
        .min(
            Comparator.comparing((Recording.Scenario scenario) -> !ledger.watches(scenario, mutant))
                .thenComparing(
                    scenario ->
                        -rates.getOrDefault(use(mutant.operation(), scenario.id()), UNKNOWN))
                .thenComparing(scenario -> files.contains(scenario.file()))
                .thenComparing(scenario -> -scenario.uses().size())
                .thenComparing(Recording.Scenario::millis)
                .thenComparing(Recording.Scenario::id))
        .map(scenario -> new Pair(mutant, scenario));
  }

  /** Other features look at other things. */
  private Set<String> triedFiles(Mutant mutant) {
    return ledger.of(mutant).stream()
        .map(tried -> tried.scenario().split(" › ", 2)[0])
        .collect(Collectors.toSet());
  }

  /**
   * How likely a scenario is to notice a mutant of a call, by what it has noticed of others. Where
   * nothing is known it is one half, and little changes that little.
   */
  private Map<String, Double> rates() {
    Map<String, Integer> tries = new HashMap<>();
    Map<String, Integer> noticed = new HashMap<>();
    for (Mutant mutant : mutants) {
      for (Try tried : ledger.of(mutant)) {
        String use = use(mutant.operation(), tried.scenario());
        tries.merge(use, 1, Integer::sum);
        noticed.merge(use, tried.isDetected() ? 1 : 0, Integer::sum);
      }
    }
    Map<String, Double> rates = new HashMap<>();
    tries.forEach((use, count) -> rates.put(use, (noticed.get(use) + 1.0) / (count + 2.0)));
    return rates;
  }

  private static String use(Operation operation, String scenario) {
    return operation.edge() + " " + operation.call() + " " + scenario;
  }
}

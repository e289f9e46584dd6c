package dev.trestle.host.mutate;

import dev.trestle.protocol.MutationOutcome.Edge;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Counts what became of mutants. */
final class Score {

  private final List<Mutant> mutants;
  private final Ledger ledger;

  Score(List<Mutant> mutants, Ledger ledger) {
    this.mutants = mutants;
    this.ledger = ledger;
  }

  /** All of them. */
  Edge total() {
    return of("all", mutants);
  }

  /** Those of each edge. */
  List<Edge> edges() {
    Map<String, List<Mutant>> byEdge =
        mutants.stream()
            .collect(
                Collectors.groupingBy(
                    mutant -> mutant.operation().edge(), TreeMap::new, Collectors.toList()));
    return byEdge.entrySet().stream().map(edge -> of(edge.getKey(), edge.getValue())).toList();
  }

  private Edge of(String name, List<Mutant> of) {
    int[] counts = new int[Verdict.values().length];
    of.forEach(mutant -> counts[ledger.verdict(mutant).ordinal()]++);
    Unwatched unwatched = new Unwatched(of, ledger);
    long ofUnwatched =
        of.stream()
            .filter(unwatched::has)
            .filter(mutant -> ledger.verdict(mutant) == Verdict.SURVIVED)
            .count();
    return new Edge(
        name,
        counts[Verdict.KILLED.ordinal()],
        counts[Verdict.TIMED_OUT.ordinal()],
        counts[Verdict.SURVIVED.ordinal()],
        (int) ofUnwatched,
        counts[Verdict.NOT_APPLIED.ordinal()],
        counts[Verdict.UNDECIDED.ordinal()]);
  }
}

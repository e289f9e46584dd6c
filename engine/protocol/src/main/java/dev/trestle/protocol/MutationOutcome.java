package dev.trestle.protocol;

import java.util.List;

/**
 * How many changes of answers the scenarios noticed.
 *
 * @param edges the counts of each edge
 * @param survivors a sentence for each change that no scenario noticed, but for those of unwatched
 *     fields
 * @param unwatched a sentence for each operation with fields to which anything can be done
 *     unnoticed
 * @param notApplied a sentence for each operation with mutants that had nothing to change
 * @param excluded scenarios that were not used, each with the reason
 * @param scenariosPerMutant in how many scenarios a mutant was tried at most, 0 for all
 * @param millis how long mutants were tried this time, in milliseconds
 * @param json the report for tools
 * @param markdown the report for people
 */
public record MutationOutcome(
    List<Edge> edges,
    List<String> survivors,
    List<String> unwatched,
    List<String> notApplied,
    List<String> excluded,
    int scenariosPerMutant,
    long millis,
    String json,
    String markdown) {

  /** Keeps unmodifiable copies. */
  public MutationOutcome {
    edges = List.copyOf(edges);
    survivors = List.copyOf(survivors);
    unwatched = List.copyOf(unwatched);
    notApplied = List.copyOf(notApplied);
    excluded = List.copyOf(excluded);
  }

  /** All edges together. */
  public Edge total() {
    return edges.stream().reduce(new Edge("all", 0, 0, 0, 0, 0, 0), Edge::plus);
  }

  /**
   * The mutants of one edge.
   *
   * @param name such as {@code checkout -> pricing}
   * @param killed how many a scenario noticed
   * @param timedOut how many made a scenario take too long
   * @param survived how many no scenario noticed
   * @param unwatched how many of these are of unwatched fields
   * @param notApplied how many had nothing to change when they were tried
   * @param undecided how many are still to be tried
   */
  public record Edge(
      String name,
      int killed,
      int timedOut,
      int survived,
      int unwatched,
      int notApplied,
      int undecided) {

    /** How many there are. */
    public int mutants() {
      return decided() + undecided;
    }

    /** How many were tried to their end. */
    public int decided() {
      return killed + timedOut + survived + notApplied;
    }

    /** How many had an effect, noticed or not. */
    public int applied() {
      return killed + timedOut + survived;
    }

    /** Whether so few had an effect that the score says little: fewer than half of all. */
    public boolean isThin() {
      return applied() * 2L < mutants();
    }

    /** The percentage of those that had an effect which was detected, rounded down; -1 for none. */
    public int score() {
      return percent(survived);
    }

    /** The same without the mutants of unwatched fields. */
    public int watchedScore() {
      return percent(survived - unwatched);
    }

    private int percent(int missed) {
      int detected = killed + timedOut;
      return detected + missed == 0 ? -1 : detected * 100 / (detected + missed);
    }

    private Edge plus(Edge other) {
      return new Edge(
          name,
          killed + other.killed,
          timedOut + other.timedOut,
          survived + other.survived,
          unwatched + other.unwatched,
          notApplied + other.notApplied,
          undecided + other.undecided);
    }
  }
}

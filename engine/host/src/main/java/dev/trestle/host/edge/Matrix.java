package dev.trestle.host.edge;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The cells of edges and outcomes: which there are, and which are filled. An outcome is a question
 * to the consumer, whether it stands it; so the edges of the test have none.
 */
final class Matrix {

  private static final Set<Outcome> OF_HTTP =
      EnumSet.range(Outcome.EXERCISED, Outcome.UNAUTHORIZED);
  private static final Set<Outcome> OF_CHECKED = EnumSet.allOf(Outcome.class);
  private static final Set<Outcome> OF_TCP =
      EnumSet.of(Outcome.EXERCISED, Outcome.SLOW, Outcome.REFUSED);

  private Matrix() {}

  /** The outcomes that a run should see on an edge. */
  static Set<Outcome> applicable(Edge edge, boolean observed, boolean checked) {
    if (!observed || edge.consumer().equals(Edge.TEST)) {
      return Set.of();
    }
    if (edge.kind() == Edge.Kind.TCP) {
      return OF_TCP;
    }
    return checked ? OF_CHECKED : OF_HTTP;
  }

  /** Whether an edge belongs into a report: one of the test does when it was used. */
  static boolean isShown(InteractionReport.Edge edge) {
    return !edge.consumer().equals(Edge.TEST) || !edge.outcomes().isEmpty();
  }

  /** How many cells there are, and which are empty. */
  static InteractionReport.Cells of(List<InteractionReport.Edge> edges) {
    int all = 0;
    List<String> empty = new ArrayList<>();
    for (InteractionReport.Edge edge : edges) {
      all += edge.applicable().size();
      for (String outcome : edge.applicable()) {
        if (!edge.outcomes().containsKey(outcome)) {
          empty.add(edge.consumer() + " -> " + edge.provider() + ": " + outcome);
        }
      }
    }
    return new InteractionReport.Cells(all, all - empty.size(), empty);
  }
}

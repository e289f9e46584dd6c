package dev.trestle.maven;

import dev.trestle.protocol.MutationOutcome;
import dev.trestle.protocol.RunEvent;
import dev.trestle.protocol.RunEvent.RunAborted;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.jspecify.annotations.Nullable;

/** What the last event of a mutation means for the build. */
final class MutationVerdict {

  private @Nullable MutationOutcome outcome;
  private @Nullable RunAborted aborted;

  /** Takes note of an event. */
  void accept(RunEvent event) {
    if (event instanceof RunEvent.MutationFinished finished) {
      outcome = finished.outcome();
    } else if (event instanceof RunAborted end) {
      aborted = end;
    }
  }

  /**
   * Fails the build where it must fail.
   *
   * @param minimumScore the percentage that must be reached, 0 for any
   * @return what was found
   */
  MutationOutcome conclude(int minimumScore) throws MojoFailureException, MojoExecutionException {
    if (aborted != null) {
      if (aborted.kind() == RunAborted.Kind.MACHINE) {
        throw new MojoExecutionException(aborted.message());
      }
      throw new MojoFailureException(aborted.message());
    }
    MutationOutcome found = outcome;
    if (found == null) {
      throw new MojoExecutionException(
          "The mutation ended without a verdict.\nThe host said nothing after the last event.\n"
              + "Log: target/trestle/logs/host.log.\nRun again; it goes on where it ended.");
    }
    int score = found.total().score();
    if (minimumScore > 0 && found.total().isThin()) {
      throw new MojoFailureException(thin(found));
    }
    if (minimumScore > 0 && score < minimumScore) {
      throw new MojoFailureException(
          ("The scenarios noticed " + (score < 0 ? "none" : score + " %") + " of the mutants, and")
              + (" at least " + minimumScore + " % are wanted.\n")
              + (Counts.of(found.total().survived(), "mutant")
                  + " survived; see the sentences above.\n")
              + ("Report: " + found.markdown() + "\n")
              + "Let scenarios look at what survived, or lower trestle.mutate.minimumScore.");
    }
    return found;
  }

  private static String thin(MutationOutcome found) {
    MutationOutcome.Edge total = found.total();
    return ("Only " + total.applied() + " of " + Counts.of(total.mutants(), "mutant"))
        + (" had an effect, too few for a score: trestle.mutate.minimumScore wants at least half.\n")
        + (total.notApplied() + " had nothing to change when they were tried, and ")
        + (total.undecided() + " are undecided.\n")
        + ("Report: " + found.markdown() + "\n")
        + (total.undecided() > total.notApplied()
            ? "Run mvn trestle:mutate again to go on, or raise -Dtrestle.mutate.budget."
            : "Give the providers named above an OpenAPI document (x-trestle.openapi), or keep what"
                + " differs from run to run out of their paths.");
  }
}

package dev.trestle.maven;

import dev.trestle.protocol.MutationOutcome;
import dev.trestle.protocol.MutationOutcome.Edge;
import dev.trestle.protocol.RunEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.maven.plugin.logging.Log;

/** Shows a mutation on Maven's console: progress, a table of the connections, the survivors. */
final class MutationConsole {

  private static final int MOST_SURVIVORS = 20;
  private static final int MOST_UNWATCHED = 5;
  private static final int MOST_EXCLUDED = 10;
  private static final int MOST_NOT_APPLIED = 10;

  /** Where there is no terminal, a line is written when so many percent more are decided. */
  private static final int STEP_PERCENT = 10;

  private final Log log;
  private final ProgressLine progress;
  private final RunConsole runs;
  private boolean own;
  private int told;

  /**
   * A console.
   *
   * @param log Maven's
   * @param progress the one rewritten line of a terminal, or one that shows nothing elsewhere
   */
  MutationConsole(Log log, ProgressLine progress) {
    this.log = log;
    this.progress = progress;
    this.runs = new RunConsole(log, progress);
  }

  /** Shows one event. */
  void accept(RunEvent event) {
    if (event instanceof RunEvent.MutationStarted started) {
      progress.clear();
      started(started);
    } else if (event instanceof RunEvent.MutationProgress done) {
      progress(done);
    } else if (event instanceof RunEvent.MutationFinished finished) {
      progress.clear();
      finished(finished.outcome());
    } else if (!(own && event instanceof RunEvent.EnvironmentAttached)) {
      own = own || event instanceof RunEvent.EnvironmentStarting;
      runs.accept(event);
    }
  }

  private void started(RunEvent.MutationStarted started) {
    log.info("Mutation: " + started.recording());
    log.info(
        Counts.of(started.mutants(), "mutant")
            + " in "
            + Counts.of(started.scenarios(), "scenario")
            + (started.decided() > 0 ? ", " + started.decided() + " decided before" : ""));
  }

  private void progress(RunEvent.MutationProgress done) {
    Edge sofar = done.sofar();
    String text =
        "%d of %d mutants decided: %d killed, %d timed out, %d survived; %s left"
            .formatted(
                sofar.decided(),
                sofar.mutants(),
                sofar.killed(),
                sofar.timedOut(),
                sofar.survived(),
                Durations.text(done.millisLeft()));
    int percent = sofar.decided() * 100 / Math.max(1, sofar.mutants());
    if (progress.isShown()) {
      progress.show(text);
    } else if (percent >= told + STEP_PERCENT) {
      told = percent - percent % STEP_PERCENT;
      log.info("  " + text);
    }
  }

  private void finished(MutationOutcome outcome) {
    log.info("");
    table(outcome).forEach(log::info);
    bounded(outcome.survivors(), MOST_SURVIVORS, log::warn);
    bounded(outcome.unwatched(), MOST_UNWATCHED, log::info);
    if (!outcome.excluded().isEmpty()) {
      int count = outcome.excluded().size();
      log.info(Counts.of(count, "scenario") + Counts.verb(count, " was", " were") + " not used:");
      bounded(outcome.excluded(), MOST_EXCLUDED, line -> log.info("  " + line));
    }
    Edge total = outcome.total();
    notApplied(outcome);
    if (total.undecided() > 0) {
      log.warn(
          "The budget was used up: "
              + Counts.of(total.undecided(), "mutant")
              + Counts.verb(total.undecided(), " is", " are")
              + " undecided. Run mvn trestle:mutate again to go on with them, or raise"
              + " -Dtrestle.mutate.budget.");
    }
    if (outcome.scenariosPerMutant() > 0 && total.survived() > 0) {
      log.info(
          "A mutant was tried in at most "
              + outcome.scenariosPerMutant()
              + " scenarios; -Dtrestle.mutate.scenarios=0 tries it in all that use the connection.");
    }
    log.info(
        "Score: "
            + (total.score() < 0 ? "none" : total.score() + " %")
            + (total.notApplied() + total.undecided() > 0
                ? " of the "
                    + total.applied()
                    + " of "
                    + total.mutants()
                    + " mutants with an effect"
                : "")
            + (total.unwatched() > 0 && total.watchedScore() >= 0
                ? ", " + total.watchedScore() + " % without unwatched fields"
                : "")
            + ", in "
            + Durations.text(outcome.millis()));
  }

  private void notApplied(MutationOutcome outcome) {
    int count = outcome.total().notApplied();
    if (count > 0) {
      log.warn(
          Counts.of(count, "mutant")
              + Counts.verb(count, " was", " were")
              + " not applied and proved nothing:");
      bounded(outcome.notApplied(), MOST_NOT_APPLIED, line -> log.warn("  " + line));
    }
  }

  private static List<String> table(MutationOutcome outcome) {
    List<Edge> rows = new ArrayList<>(outcome.edges());
    rows.add(outcome.total());
    int width = rows.stream().mapToInt(edge -> edge.name().length()).max().orElse(0);
    String form = "%-" + width + "s %8s %8s %9s %9s %9s %11s %9s %6s";
    List<String> table = new ArrayList<>();
    table.add(
        form.formatted(
            "",
            "mutants",
            "killed",
            "timed out",
            "survived",
            "unwatched",
            "not applied",
            "undecided",
            "score"));
    for (Edge edge : rows) {
      table.add(
          form.formatted(
              edge.name(),
              edge.mutants(),
              edge.killed(),
              edge.timedOut(),
              edge.survived(),
              edge.unwatched(),
              edge.notApplied(),
              edge.undecided(),
              edge.score() < 0 ? "" : edge.score() + " %"));
    }
    return table;
  }

  private static void bounded(List<String> lines, int most, Consumer<String> out) {
    lines.stream().limit(most).forEach(out);
    if (lines.size() > most) {
      out.accept("… and " + (lines.size() - most) + " more in the report");
    }
  }
}

package dev.trestle.maven;

import dev.trestle.protocol.ContractResult;
import dev.trestle.protocol.InteractionCoverage;
import dev.trestle.protocol.RunEvent;
import dev.trestle.protocol.RunOutcome;
import dev.trestle.protocol.ScenarioResult;
import dev.trestle.protocol.ScenarioResult.Status;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.maven.plugin.logging.Log;

/** Shows a run on Maven's console: progress, counts, the slowest, the failures. */
final class RunConsole {

  private static final int SLOWEST = 3;
  private static final int MESSAGE_LINES = 25;
  private static final int MOST_NOT_RUN = 20;

  private final Log log;
  private final ProgressLine progress;
  private final boolean rewrites;
  private final boolean dryRun;
  private int done;
  private int red;

  /**
   * A console.
   *
   * @param log Maven's
   * @param progress the one rewritten line of a terminal, or one that shows nothing elsewhere
   */
  RunConsole(Log log, ProgressLine progress) {
    this(log, progress, false);
  }

  /**
   * A console that may say of a run that it is a dry one.
   *
   * @param log Maven's
   * @param progress the one rewritten line of a terminal, or one that shows nothing elsewhere
   * @param dryRun whether steps are matched and not run
   */
  RunConsole(Log log, ProgressLine progress, boolean dryRun) {
    this.dryRun = dryRun;
    this.log = log;
    this.progress = progress;
    this.rewrites = progress.isShown();
  }

  /** Shows one event. */
  void accept(RunEvent event) {
    if (event instanceof RunEvent.EnvironmentStarting starting) {
      log.info("Runtime: " + starting.runtime() + " (" + starting.why() + ")");
      log.info(
          "Starting "
              + starting.services().size()
              + " services: "
              + String.join(", ", starting.services()));
    } else if (event instanceof RunEvent.EnvironmentAttached attached) {
      log.info("Attached to the environment that is up: " + names(attached.services()));
    } else if (event instanceof RunEvent.ServicesReplaced replaced) {
      servicesReplaced(replaced);
    } else if (event instanceof RunEvent.ServiceProgress work) {
      show(work.name() + ": " + work.text());
    } else if (event instanceof RunEvent.ServiceReady ready) {
      serviceReady(ready);
    } else if (event instanceof RunEvent.EnvironmentReady ready) {
      progress.clear();
      log.info("Environment ready after " + Durations.text(ready.millis()));
    } else if (event instanceof RunEvent.RunStarted started) {
      log.info(
          (dryRun ? "Dry run: matching steps, running none, in " : "Running scenarios in ")
              + Counts.of(started.lanes(), "lane"));
    } else if (event instanceof RunEvent.ScenarioFinished finished) {
      scenarioFinished(finished.result());
    } else if (event instanceof RunEvent.FeatureFinished finished && !rewrites) {
      log.info("  " + finished.feature() + ": " + summary(finished.statuses()));
    } else if (event instanceof RunEvent.Warning warning) {
      progress.clear();
      warning.message().lines().forEach(log::warn);
    } else if (event instanceof RunEvent.RunFinished finished) {
      progress.clear();
      runFinished(finished.outcome());
    } else if (event instanceof RunEvent.RunAborted) {
      progress.clear();
    }
  }

  private void servicesReplaced(RunEvent.ServicesReplaced event) {
    if (event.replaced().isEmpty()) {
      log.info("The environment is up to date: " + names(event.kept()));
      return;
    }
    event.replaced().forEach((name, why) -> log.info("Replacing " + name + ": " + why));
    log.info("Keeping " + names(event.kept()));
  }

  private static String names(List<String> services) {
    return services.isEmpty() ? "no service" : String.join(", ", services);
  }

  private void serviceReady(RunEvent.ServiceReady ready) {
    show(ready.name() + " ready after " + Durations.text(ready.millis()));
  }

  private void show(String text) {
    if (rewrites) {
      progress.show(text);
    } else {
      log.info("  " + text);
    }
  }

  private void scenarioFinished(ScenarioResult result) {
    done++;
    red += result.status().isRed() ? 1 : 0;
    progress.show(done + " done, " + red + " failed; last: " + result.name());
  }

  private void runFinished(RunOutcome outcome) {
    List<ScenarioResult> scenarios = outcome.scenarios();
    log.info("");
    log.info(
        (dryRun ? "Dry run, scenarios matched: " : "Scenarios: ")
            + scenarios.size()
            + " in "
            + Durations.text(outcome.millis())
            + suffix(summary(scenarios.stream().map(ScenarioResult::status).toList())));
    if (scenarios.size() > SLOWEST && !dryRun) {
      log.info("Slowest: " + slowest(scenarios));
    }
    failures(outcome);
    contracts(outcome.contracts());
    InteractionCoverage seen = outcome.interactions();
    if (seen != null && seen.cells() > 0) {
      log.info(
          "Interactions: %s %% of %d cells; %s"
              .formatted(seen.shownPercent(), seen.cells(), seen.file()));
    }
    if (dryRun) {
      log.info("Dry run: no step was run, and no report or result was written");
    } else {
      log.info("Report: " + outcome.report());
    }
  }

  private void failures(RunOutcome outcome) {
    List<ScenarioResult> failures =
        outcome.red().stream().filter(result -> result.status() != Status.NOT_RUN).toList();
    for (int i = 0; i < failures.size(); i++) {
      failure(i + 1, failures.get(i));
    }
    List<ScenarioResult> notRun =
        outcome.red().stream().filter(result -> result.status() == Status.NOT_RUN).toList();
    if (!notRun.isEmpty()) {
      notRun(notRun);
    }
  }

  /** They have the same reason, and there may be many. */
  private void notRun(List<ScenarioResult> scenarios) {
    log.error("");
    log.error(
        Counts.of(scenarios.size(), "scenario")
            + Counts.verb(scenarios.size(), " was", " were")
            + " not run:");
    scenarios.stream()
        .limit(MOST_NOT_RUN)
        .forEach(result -> log.error("   " + result.name() + " (" + result.location() + ")"));
    if (scenarios.size() > MOST_NOT_RUN) {
      log.error("   … and " + (scenarios.size() - MOST_NOT_RUN) + " more in the report");
    }
    message(scenarios.get(0));
  }

  private void contracts(ContractResult result) {
    ContractLines lines = new ContractLines(result);
    lines.findings().forEach(result.isRed() ? log::error : log::warn);
    if (!lines.figures().isEmpty()) {
      log.info(lines.figures());
    }
  }

  private void failure(int number, ScenarioResult result) {
    log.error("");
    log.error(number + ") " + result.name() + " (" + result.status().text() + ")");
    log.error("   " + result.location());
    if (result.step() != null) {
      log.error("   " + result.step());
    }
    message(result);
  }

  private void message(ScenarioResult result) {
    if (result.message() != null) {
      List<String> lines = result.message().lines().toList();
      lines.stream().limit(MESSAGE_LINES).forEach(line -> log.error("     " + line));
      if (lines.size() > MESSAGE_LINES) {
        log.error("     … " + (lines.size() - MESSAGE_LINES) + " more lines in the report");
      }
    }
  }

  private static String slowest(List<ScenarioResult> scenarios) {
    return scenarios.stream()
        .sorted(Comparator.comparingLong(ScenarioResult::millis).reversed())
        .limit(SLOWEST)
        .map(scenario -> scenario.name() + " " + Durations.text(scenario.millis()))
        .collect(Collectors.joining(" · "));
  }

  private static String suffix(String counts) {
    return counts.isEmpty() ? "" : ": " + counts;
  }

  /** In a dry run nothing passes: steps are only matched. */
  private String summary(List<Status> statuses) {
    String summary = RunOutcome.summary(statuses);
    return dryRun ? summary.replace(Status.PASSED.text(), "matched") : summary;
  }
}

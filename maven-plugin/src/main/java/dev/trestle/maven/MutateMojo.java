package dev.trestle.maven;

import dev.trestle.protocol.EarlierResults;
import dev.trestle.protocol.FolderLock;
import dev.trestle.protocol.MutationOutcome;
import dev.trestle.protocol.MutationRequest;
import dev.trestle.protocol.RunRequest;
import dev.trestle.protocol.RunRequest.Output;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Tells whether the scenarios would notice when a service answered something else: runs them once
 * to record who answers whom what, then again and again, each time with one change of one answer. A
 * change that no scenario notices survives and is told in a sentence. An environment that the goal
 * {@code start} brought up is used, and stays.
 *
 * @since 0.1.0
 */
@Mojo(name = "mutate", threadSafe = true)
public final class MutateMojo extends ScenarioMojo {

  /**
   * How long mutants are tried, besides the recorded run. What is not tried by then is tried by the
   * next {@code mutate}.
   *
   * <p>Example: {@code -Dtrestle.mutate.budget=90s}
   *
   * @since 0.1.0
   */
  @Parameter(property = "trestle.mutate.budget", defaultValue = "10min")
  String budget;

  /**
   * In how many scenarios a mutant is tried at most until one notices it; in all that use the
   * connection when 0.
   *
   * <p>Example: {@code -Dtrestle.mutate.scenarios=0}
   *
   * @since 0.1.0
   */
  @Parameter(property = "trestle.mutate.scenarios", defaultValue = "5")
  String scenarios;

  /**
   * The percentage of mutants with an effect that must be noticed, 0 for any; the build fails
   * below.
   *
   * <p>Example: {@code -Dtrestle.mutate.minimumScore=80}
   *
   * @since 0.1.0
   */
  @Parameter(property = "trestle.mutate.minimumScore", defaultValue = "0")
  String minimumScore;

  /**
   * Whether an earlier recording and its results are gone on with, where features, test classes and
   * services are what they were.
   *
   * <p>Example: {@code -Dtrestle.mutate.resume=false}
   *
   * @since 0.1.0
   */
  @Parameter(property = "trestle.mutate.resume", defaultValue = "true")
  boolean resume;

  private boolean begun;

  @Override
  void perform() throws MojoExecutionException, MojoFailureException {
    Duration time = Budget.of(budget, "trestle.mutate.budget");
    MutationConsole console =
        new MutationConsole(getLog(), new ProgressLine(System.out, isTerminal()));
    MutationVerdict verdict = new MutationVerdict();
    try (HostConnection host = connect()) {
      RunRequest run = request(runtime, false, "off", output());
      host.prepare(run.environment());
      host.control()
          .mutate(
              new MutationRequest(
                  run,
                  time.toMillis(),
                  ParameterRules.number(scenarios),
                  resume,
                  folder().toString()),
              event -> {
                begun = true;
                console.accept(event);
                verdict.accept(event);
              });
      if (host instanceof AttachedHost) {
        getLog().info("The environment stays up; stop it with mvn trestle:stop");
      }
    }
    MutationOutcome outcome = verdict.conclude(ParameterRules.number(minimumScore));
    getLog().info("Report: " + outcome.markdown());
  }

  /** An earlier report must not look as if it were of this goal, which never began. */
  @Override
  void failed() {
    if (begun) {
      return;
    }
    try {
      Optional<FolderLock> lock = FolderLock.take(trestleFolder());
      if (lock.isPresent()) { // Else it may be the report of what is in progress.
        try (FolderLock held = lock.get()) {
          EarlierResults.deleteMutations(folder());
        }
      }
    } catch (IOException e) {
      getLog().warn("The report in '" + folder() + "' stays and is not of this build: " + e + ".");
    }
  }

  /** The host gives each of its runs a folder of its own below this one. */
  private Output output() {
    return new Output(
        folder().resolve("allure-results").toString(),
        "",
        folder().resolve("junit").toString(),
        folder().resolve("metrics.json").toString(),
        logs());
  }

  private Path folder() {
    return trestleFolder().resolve("mutations");
  }
}

package dev.trestle.maven;

import dev.trestle.protocol.RunOutcome;
import dev.trestle.protocol.RunRequest;
import dev.trestle.protocol.RunRequest.Output;
import java.io.File;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Starts the environment, runs the scenarios, writes the report, stops the environment, and then
 * fails the build on failed, undefined, ambiguous or pending scenarios and on zero scenarios. An
 * environment that the goal {@code start} brought up is used instead, and stays.
 *
 * @since 0.1.0
 */
@Mojo(name = "run", defaultPhase = LifecyclePhase.INTEGRATION_TEST, threadSafe = true)
public final class RunMojo extends ScenarioMojo {

  /**
   * Matches the steps without running them, and without an environment. It writes no report and no
   * results; those of the last run stay.
   *
   * <p>Example: {@code -Dtrestle.dryRun}
   *
   * @since 0.1.0
   */
  @Parameter(property = "trestle.dryRun", defaultValue = "false")
  boolean dryRun;

  /**
   * What a violated contract does: {@code fail} fails the build, {@code warn} is a warning, {@code
   * off} checks none. Contracts are the OpenAPI and AsyncAPI documents of the Compose file.
   *
   * <p>Example: {@code -Dtrestle.contracts=warn}
   *
   * @since 0.1.0
   */
  @Parameter(property = "trestle.contracts", defaultValue = "fail")
  String contracts;

  /**
   * Whether a run of no scenario fails the build.
   *
   * <p>Example: {@code -Dtrestle.failIfNoScenarios=false}
   *
   * @since 0.1.0
   */
  @Parameter(property = "trestle.failIfNoScenarios", defaultValue = "true")
  boolean failIfNoScenarios;

  /**
   * How many percent of what can happen between services the scenarios must have seen, else the
   * build fails: of the cells of the report's tab <i>Interactions</i>. A run whose scenarios are
   * selected on the command line need not, unless this is set there too.
   *
   * <p>Example: {@code -Dtrestle.minimumInteractionCoverage=80}
   *
   * @since 0.1.0
   */
  @Parameter(property = "trestle.minimumInteractionCoverage")
  String minimumInteractionCoverage;

  /**
   * The folder of Allure's result files, where any Allure tool finds them.
   *
   * <p>Example: {@code <allureResults>${project.build.directory}/allure</allureResults>}
   *
   * @since 0.1.0
   */
  @Parameter(
      property = "trestle.allureResults",
      defaultValue = "${project.build.directory}/allure-results")
  File allureResults;

  /**
   * The HTML report, one self-contained file.
   *
   * <p>Example: {@code <report>${project.build.directory}/site/flows.html</report>}
   *
   * @since 0.1.0
   */
  @Parameter(
      property = "trestle.report",
      defaultValue = "${project.build.directory}/trestle/report/index.html")
  File report;

  /**
   * The folder of JUnit XML files.
   *
   * <p>Example: {@code -Dtrestle.junit=target/junit}
   *
   * @since 0.1.0
   */
  @Parameter(property = "trestle.junit", defaultValue = "${project.build.directory}/trestle/junit")
  File junit;

  /**
   * Lets the build pass although scenarios are red, with a warning.
   *
   * <p>Example: {@code -Dmaven.test.failure.ignore}
   *
   * @since 0.1.0
   */
  @Parameter(property = "maven.test.failure.ignore", defaultValue = "false")
  boolean ignoreFailures;

  private boolean begun;

  @Override
  void perform() throws MojoExecutionException, MojoFailureException {
    Output output = dryRun ? dryRunOutput() : output();
    CoverageGate gate = CoverageGate.of(minimumInteractionCoverage);
    RunConsole console =
        new RunConsole(getLog(), new ProgressLine(System.out, isTerminal()), dryRun);
    Verdict verdict = new Verdict();
    String searched;
    try (HostConnection host = connect()) { // It boots while the request is made.
      RunRequest request = request(runtime, dryRun, contracts, output);
      host.prepare(request.environment());
      host.whenInterrupted(
          () ->
              getLog()
                  .warn(
                      "The run was interrupted; what had ended by then is in "
                          + output.allureResults()));
      host.control()
          .run(
              request,
              event -> {
                begun = true;
                console.accept(event);
                verdict.accept(event);
              });
      if (verdict.hasScenarios() && !dryRun) {
        host.rememberClasses();
      }
      if (host instanceof AttachedHost) {
        getLog().info("The environment stays up; stop it with mvn trestle:stop");
      }
      searched = String.join(", ", request.features());
    }
    warn(verdict.conclude(searched, failIfNoScenarios, ignoreFailures));
    Optional<RunOutcome> outcome = verdict.outcome();
    if (gate != null && !dryRun && verdict.hasScenarios() && outcome.isPresent()) {
      check(gate, outcome.get());
    }
  }

  private void check(CoverageGate gate, RunOutcome outcome) throws MojoFailureException {
    if (!edges) {
      getLog().warn("Edges are off: the coverage of interactions is not checked");
      return;
    }
    if (CoverageGate.isOnlySelection(session.getUserProperties())) {
      getLog().info("A selection of scenarios: the coverage of interactions is not checked");
      return;
    }
    String shortfall = gate.shortfall(outcome);
    if (shortfall != null && !ignoreFailures) {
      throw new MojoFailureException(shortfall);
    }
    warn(shortfall);
  }

  private void warn(@Nullable String message) {
    if (message != null) {
      message.lines().forEach(getLog()::warn);
    }
  }

  /** Apart from what a run leaves, which must not look as if this were one. */
  private Output dryRunOutput() {
    Path folder = trestleFolder().resolve("dry-run");
    return new Output(
        folder.resolve("allure-results").toString(),
        "",
        folder.resolve("junit").toString(),
        folder.resolve("metrics.json").toString(),
        folder.resolve("logs").toString());
  }

  private Output output() throws MojoFailureException {
    Output output = places();
    OutputPaths paths = new OutputPaths(trestleFolder());
    outputs().claim(written(output));
    paths.requireReport(Path.of(output.report()));
    paths.requireJunit(Path.of(output.junit()));
    paths.claimResults(Path.of(output.allureResults()));
    return output;
  }

  private Output places() {
    ExecutionOutputs own = outputs();
    Path build = Path.of(project.getBuild().getDirectory());
    Path results =
        own.place(allureResults.toPath(), build.resolve("allure-results"), "allure-results");
    Path html =
        own.place(report.toPath(), build.resolve("trestle/report/index.html"), "report/index.html");
    Path xml = own.place(junit.toPath(), build.resolve("trestle/junit"), "junit");
    return new Output(
        results.toAbsolutePath().toString(),
        html.toAbsolutePath().toString(),
        xml.toAbsolutePath().toString(),
        own.folder().resolve("metrics.json").toString(),
        own.folder().resolve("logs").toString());
  }

  private static List<Path> written(Output output) {
    return List.of(
        Path.of(output.metrics()).getParent(),
        Path.of(output.allureResults()),
        Path.of(output.report()),
        Path.of(output.junit()));
  }

  private ExecutionOutputs outputs() {
    return new ExecutionOutputs(project, execution, trestleFolder());
  }

  /** What an earlier run left must not look as if it were of this one, which never began. */
  @Override
  void failed() {
    if (dryRun || begun) {
      return; // The host has cleared it.
    }
    try {
      Output output = places();
      if (!outputs().isOfAnother(written(output))) {
        withdraw(List.of(output));
      }
    } catch (IOException | InvalidPathException e) {
      getLog()
          .warn(
              "The results of an earlier run could not be deleted: "
                  + (e + ". What is in " + allureResults + " is not of this build."));
    }
  }
}

package dev.trestle.maven;

import dev.trestle.protocol.RunRequest;
import dev.trestle.protocol.RunRequest.Output;
import java.io.File;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

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
   * Matches the steps without running them, and without an environment.
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

  @Override
  void perform() throws MojoExecutionException, MojoFailureException {
    RunConsole console = new RunConsole(getLog(), new ProgressLine(System.out, isTerminal()));
    Verdict verdict = new Verdict();
    String searched;
    try (HostConnection host = connect()) { // It boots while the request is made.
      RunRequest request = request();
      host.prepare(request.environment());
      host.control()
          .run(
              request,
              event -> {
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
    String warning = verdict.conclude(searched, failIfNoScenarios, ignoreFailures);
    if (warning != null) {
      warning.lines().forEach(getLog()::warn);
    }
  }

  private RunRequest request() throws MojoExecutionException, MojoFailureException {
    return request(
        runtime,
        dryRun,
        contracts,
        new Output(
            allureResults.getAbsolutePath(),
            report.getAbsolutePath(),
            junit.getAbsolutePath(),
            trestleFolder().resolve("metrics.json").toString(),
            logs()));
  }
}

package dev.trestle.maven;

import dev.trestle.protocol.Protocol;
import dev.trestle.protocol.RunRequest;
import dev.trestle.protocol.RunRequest.Output;
import java.io.File;
import java.util.List;
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
public final class RunMojo extends EnvironmentMojo {

  /**
   * Feature files or folders; {@code src/test/features} when it exists, else {@code features}. A
   * line may follow a file.
   *
   * <p>Example: {@code -Dtrestle.features=src/test/features/cart.feature:12}
   *
   * @since 0.1.0
   */
  @Parameter(property = "trestle.features")
  List<String> features;

  /**
   * Packages with the project's own step classes. The whole test class path is searched below each.
   *
   * <p>Example: {@code <glue><package>com.example.shop.steps</package></glue>}
   *
   * @since 0.1.0
   */
  @Parameter(property = "trestle.glue")
  List<String> glue;

  /**
   * A tag expression that scenarios must match.
   *
   * <p>Example: {@code -Dtrestle.tags="@critical and not @slow"}
   *
   * @since 0.1.0
   */
  @Parameter(property = "trestle.tags")
  String tags;

  /**
   * Regular expressions; a scenario runs when its name matches one.
   *
   * <p>Example: {@code -Dtrestle.names="paid order"}
   *
   * @since 0.1.0
   */
  @Parameter(property = "trestle.names")
  List<String> names;

  /**
   * How many scenarios run at once; the machine's number of cores when 0.
   *
   * <p>Example: {@code -Dtrestle.lanes=4}
   *
   * @since 0.1.0
   */
  @Parameter(property = "trestle.lanes", defaultValue = "0")
  int lanes;

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
    return new RunRequest(
        Protocol.VERSION,
        project.getName(),
        directory().toString(),
        composeFiles(),
        profiles,
        variables(),
        runtime,
        FeaturePaths.of(directory(), features),
        glue,
        tags,
        names,
        lanes > 0 ? lanes : Runtime.getRuntime().availableProcessors(),
        dryRun,
        isTerminal(),
        runner(),
        new Output(
            allureResults.getAbsolutePath(),
            report.getAbsolutePath(),
            junit.getAbsolutePath(),
            trestleFolder().resolve("metrics.json").toString(),
            logs()));
  }
}

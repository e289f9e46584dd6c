package dev.trestle.maven;

import dev.trestle.protocol.HostException;
import dev.trestle.protocol.Protocol;
import dev.trestle.protocol.RunRequest;
import dev.trestle.protocol.RunRequest.Output;
import dev.trestle.protocol.RunRequest.RunnerLaunch;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Starts the environment, runs the scenarios, writes the report, stops the environment, and then
 * fails the build on failed, undefined, ambiguous or pending scenarios and on zero scenarios.
 *
 * @since 0.1.0
 */
@Mojo(
    name = "run",
    defaultPhase = LifecyclePhase.INTEGRATION_TEST,
    requiresDependencyResolution = ResolutionScope.TEST,
    threadSafe = true)
public final class RunMojo extends TrestleMojo {

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
   * Compose files; those that Compose takes by default ({@code compose.yaml} and its override) when
   * none is named. Without any, scenarios run without an environment.
   *
   * <p>Example: {@code <compose><file>compose.yaml</file><file>compose.ci.yaml</file></compose>}
   *
   * @since 0.1.0
   */
  @Parameter(property = "trestle.compose")
  List<String> compose;

  /**
   * Active Compose profiles.
   *
   * <p>Example: {@code -Dtrestle.profiles=reporting}
   *
   * @since 0.1.0
   */
  @Parameter(property = "trestle.profiles")
  List<String> profiles;

  /**
   * Variables for the Compose file, over those of the environment and of {@code .env}.
   *
   * <p>Example: {@code <variables><POSTGRES_IMAGE>postgres:16</POSTGRES_IMAGE></variables>}
   *
   * @since 0.1.0
   */
  @Parameter Map<String, String> variables;

  /**
   * What the environment runs on: {@code auto}, {@code process} or {@code container}.
   *
   * <p>Example: {@code -Dtrestle.runtime=process}
   *
   * @since 0.1.0
   */
  @Parameter(property = "trestle.runtime", defaultValue = "auto")
  String runtime;

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
   * Arguments for the runner's virtual machine.
   *
   * <p>Example: {@code <jvmArguments><argument>-Xmx512m</argument></jvmArguments>}
   *
   * @since 0.1.0
   */
  @Parameter(property = "trestle.jvmArguments")
  List<String> jvmArguments;

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
   * The folder of JUnit XML files.
   *
   * <p>Example: {@code -Dtrestle.junit=target/junit}
   *
   * @since 0.1.0
   */
  @Parameter(property = "trestle.junit", defaultValue = "${project.build.directory}/trestle/junit")
  File junit;

  /**
   * Skips the run, as it skips all tests.
   *
   * <p>Example: {@code -DskipTests}
   *
   * @since 0.1.0
   */
  @Parameter(property = "skipTests", defaultValue = "false")
  boolean skipTests;

  /**
   * Skips the run, as it skips compiling and running all tests.
   *
   * <p>Example: {@code -Dmaven.test.skip}
   *
   * @since 0.1.0
   */
  @Parameter(property = "maven.test.skip", defaultValue = "false")
  boolean skipTestCompilation;

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
  public void execute() throws MojoExecutionException, MojoFailureException {
    if (skip || skipTests || skipTestCompilation) {
      getLog().info("Trestle is skipped.");
      return;
    }
    boolean terminal = System.console() != null && session.getRequest().isInteractiveMode();
    RunConsole console = new RunConsole(getLog(), new ProgressLine(System.out, terminal));
    Verdict verdict = new Verdict();
    RunRequest request = request();
    try (HostConnection host = connect()) {
      host.client()
          .run(
              request,
              event -> {
                console.accept(event);
                verdict.accept(event);
              });
    } catch (HostException e) {
      throw new MojoExecutionException(e.getMessage(), e);
    }
    String warning =
        verdict.conclude(String.join(", ", request.features()), failIfNoScenarios, ignoreFailures);
    if (warning != null) {
      warning.lines().forEach(getLog()::warn);
    }
  }

  private RunRequest request() throws MojoExecutionException, MojoFailureException {
    Path directory = project.getBasedir().toPath();
    Path folder = trestleFolder();
    return new RunRequest(
        Protocol.VERSION,
        project.getName(),
        directory.toString(),
        compose.stream().map(file -> directory.resolve(file).toString()).toList(),
        profiles,
        variables == null ? Map.of() : variables,
        runtime,
        FeaturePaths.of(directory, features),
        glue,
        tags,
        names,
        lanes > 0 ? lanes : Runtime.getRuntime().availableProcessors(),
        dryRun,
        runner(),
        new Output(
            allureResults.getAbsolutePath(),
            report.getAbsolutePath(),
            junit.getAbsolutePath(),
            folder.resolve("metrics.json").toString(),
            folder.resolve("logs").toString()));
  }

  private RunnerLaunch runner() throws MojoExecutionException {
    return new RunnerLaunch(
        java(),
        classPaths.runner(session, project, plugin.getVersion()).stream()
            .map(Path::toString)
            .toList(),
        jvmArguments);
  }
}

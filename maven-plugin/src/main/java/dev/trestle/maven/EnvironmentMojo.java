package dev.trestle.maven;

import dev.trestle.protocol.RunRequest.RunnerLaunch;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What the goals share that need an environment and a runner. */
abstract class EnvironmentMojo extends TrestleMojo {

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
   * Whether an edge proxy stands on each connection between services. Without them calls between
   * services are neither seen nor broken.
   *
   * <p>Example: {@code -Dtrestle.edges=false}
   *
   * @since 0.1.0
   */
  @Parameter(property = "trestle.edges", defaultValue = "true")
  boolean edges;

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
   * Skips Trestle, as it skips all tests.
   *
   * <p>Example: {@code -DskipTests}
   *
   * @since 0.1.0
   */
  @Parameter(property = "skipTests", defaultValue = "false")
  boolean skipTests;

  /**
   * Skips Trestle, as it skips compiling and running all tests.
   *
   * <p>Example: {@code -Dmaven.test.skip}
   *
   * @since 0.1.0
   */
  @Parameter(property = "maven.test.skip", defaultValue = "false")
  boolean skipTestCompilation;

  /**
   * Skips Trestle, as it skips the integration tests of Failsafe.
   *
   * <p>Example: {@code -DskipITs}
   *
   * @since 0.1.0
   */
  @Parameter(property = "skipITs", defaultValue = "false")
  boolean skipITs;

  @Override
  final @Nullable String skippedBy() {
    if (skipTests) {
      return "skipTests";
    }
    if (skipITs) {
      return "skipITs";
    }
    return skipTestCompilation ? "maven.test.skip" : super.skippedBy();
  }

  final Path directory() {
    return project.getBasedir().toPath();
  }

  final List<String> composeFiles() {
    return Parameters.items(compose).stream()
        .map(file -> directory().resolve(file).toString())
        .toList();
  }

  final Map<String, String> variables() {
    Map<String, String> named = new LinkedHashMap<>();
    if (variables != null) {
      variables.forEach((name, value) -> named.put(name, Objects.requireNonNullElse(value, "")));
    }
    return named; // Maven has no value for an empty element.
  }

  final String logs() {
    return trestleFolder().resolve("logs").toString();
  }

  final RunnerLaunch runner() throws MojoExecutionException, MojoFailureException {
    return new RunnerLaunch(
        java(),
        classPaths.runner(session, project, plugin.getVersion()),
        Parameters.items(jvmArguments));
  }
}

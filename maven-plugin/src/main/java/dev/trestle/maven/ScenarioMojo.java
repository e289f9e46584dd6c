package dev.trestle.maven;

import dev.trestle.protocol.FolderLock;
import dev.trestle.protocol.Protocol;
import dev.trestle.protocol.RunRequest;
import dev.trestle.protocol.RunRequest.Output;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;

/** What the goals share that run scenarios. */
abstract class ScenarioMojo extends EnvironmentMojo {

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
  String lanes;

  private int lanes() {
    int asked = ParameterRules.number(lanes);
    return asked > 0 ? asked : Runtime.getRuntime().availableProcessors();
  }

  /**
   * What a fault does to its scenario when it met no call or changed nothing: {@code fail} makes
   * the scenario red, {@code warn} is a warning, {@code off} says nothing. A scenario with the tag
   * {@code @unused-faults} passes in any case.
   *
   * <p>Example: {@code -Dtrestle.unusedFaults=warn}
   *
   * @since 0.1.0
   */
  @Parameter(property = "trestle.unusedFaults", defaultValue = "fail")
  String unusedFaults;

  /** A request for the scenarios that the parameters select. */
  final RunRequest request(String on, boolean dry, String contracts, Output output)
      throws MojoExecutionException, MojoFailureException {
    return new RunRequest(
        Protocol.VERSION,
        project.getName(),
        directory().toString(),
        composeFiles(),
        Parameters.items(profiles),
        variables(),
        on,
        edges,
        FeaturePaths.of(directory(), Parameters.items(features)),
        Parameters.items(glue),
        tags,
        Parameters.items(names),
        lanes(),
        dry,
        isTerminal(),
        contracts,
        unusedFaults,
        runner(),
        output);
  }

  /** Deletes what earlier runs left, and warns of what cannot be deleted. */
  final void withdraw(List<Output> outputs) throws IOException {
    Optional<FolderLock> lock = FolderLock.take(trestleFolder());
    if (lock.isPresent()) { // Else a run is in progress, and they are its results.
      try (FolderLock held = lock.get()) {
        OutputPaths paths = new OutputPaths(trestleFolder());
        outputs.forEach(output -> paths.withdraw(output).forEach(getLog()::warn));
      }
    }
  }
}

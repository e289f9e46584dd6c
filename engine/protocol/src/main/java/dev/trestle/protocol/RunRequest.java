package dev.trestle.protocol;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a goal asks the host to do: start the environment, run scenarios, write the results.
 *
 * @param protocol the format's version, {@link Protocol#VERSION}
 * @param project the project's name as the report shows it
 * @param directory the project's folder, absolute
 * @param composeFiles Compose files, absolute; none for those that Compose takes by default
 * @param profiles active Compose profiles
 * @param variables variables for interpolation besides the environment's own
 * @param runtime {@code auto}, {@code process} or {@code container}
 * @param edges whether edge proxies stand on the connections between services
 * @param features paths of feature files or folders, with {@code :line} where wanted
 * @param glue packages or {@code classpath:} folders with the project's own glue and phrasebooks
 * @param tags a tag expression, or null
 * @param names regular expressions that a scenario's name must match one of
 * @param lanes how many scenarios run at once
 * @param dryRun whether steps are matched but not run
 * @param tellsScenarios whether each scenario's end is told, besides each feature's
 * @param contracts what a violated contract does to the verdict: {@code fail}, {@code warn} or
 *     {@code off}
 * @param unusedFaults what a fault that met no call or changed nothing does to its scenario: {@code
 *     fail}, {@code warn} or {@code off}
 * @param runner how the runner is started
 * @param output where the results go
 */
public record RunRequest(
    int protocol,
    String project,
    String directory,
    List<String> composeFiles,
    List<String> profiles,
    Map<String, String> variables,
    String runtime,
    boolean edges,
    List<String> features,
    List<String> glue,
    @Nullable String tags,
    List<String> names,
    int lanes,
    boolean dryRun,
    boolean tellsScenarios,
    String contracts,
    String unusedFaults,
    RunnerLaunch runner,
    Output output) {

  /** What of it tells which environment is wanted. */
  public StartRequest environment() {
    return new StartRequest(
        protocol,
        project,
        directory,
        composeFiles,
        profiles,
        variables,
        runtime,
        edges,
        output.logs(),
        0,
        runner);
  }

  /**
   * The same for the scenarios at some places, with results elsewhere, each end told, and contracts
   * unchecked.
   */
  public RunRequest at(List<String> locations, Output elsewhere) {
    return with(locations, null, List.of(), elsewhere);
  }

  /**
   * The same for scenarios that match other tags, with results elsewhere, each end told, and
   * contracts unchecked.
   */
  public RunRequest tagged(String expression, Output elsewhere) {
    return with(features, expression, names, elsewhere);
  }

  private RunRequest with(
      List<String> paths, @Nullable String expression, List<String> patterns, Output elsewhere) {
    return new RunRequest(
        protocol,
        project,
        directory,
        composeFiles,
        profiles,
        variables,
        runtime,
        edges,
        paths,
        glue,
        expression,
        patterns,
        lanes,
        false,
        true,
        "off",
        unusedFaults,
        runner,
        elsewhere);
  }

  /**
   * How the runner is started.
   *
   * @param java the Java executable
   * @param classPath the project's test class path with the step library
   * @param arguments arguments for the virtual machine
   */
  public record RunnerLaunch(String java, List<String> classPath, List<String> arguments) {}

  /**
   * Where results go, each an absolute path.
   *
   * @param allureResults the folder of Allure's result files
   * @param report the HTML report, empty for none
   * @param junit the folder of JUnit XML files
   * @param metrics the JSON file with counts and times
   * @param logs the folder of the services' log files
   */
  public record Output(
      String allureResults, String report, String junit, String metrics, String logs) {}
}

package dev.trestle.benchmarks;

import dev.trestle.benchmarks.plan.Shape;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What the command line asks for.
 *
 * @param home the folder {@code benchmarks}
 * @param results the folder for results
 * @param repository Maven's local repository, empty for its default
 * @param suites the suites to run
 * @param stacks the stacks to compare
 * @param shapes the work
 * @param repetitions how many measurements each cell shall have
 * @param time after which no measurement begins
 * @param again the stacks whose stored measurements are dropped first
 * @param fresh whether all stored results are dropped first
 * @param proving when the checks are proved
 * @param build whether the stacks' projects are built first
 * @param render whether the page is only rendered from the stored results
 */
public record Options(
    Path home,
    Path results,
    String repository,
    List<String> suites,
    List<String> stacks,
    List<Shape> shapes,
    int repetitions,
    Duration time,
    List<String> again,
    boolean fresh,
    Proving proving,
    boolean build,
    boolean render) {

  /** When the checks are proved. */
  public enum Proving {
    /** Not at all. */
    NEVER,
    /** Before a stack is measured, if it is not proved with its present versions. */
    MISSING,
    /** Now, and nothing else is done. */
    ONLY
  }
}

package dev.trestle.benchmarks.suite;

import dev.trestle.benchmarks.measure.Stopwatch;
import dev.trestle.benchmarks.stack.Maven;
import dev.trestle.benchmarks.store.ResultsFile;
import java.nio.file.Path;

/**
 * What the suites work with.
 *
 * @param home the folder {@code benchmarks}
 * @param maven how Maven is called
 * @param stopwatch measures commands
 * @param results keeps what was measured
 * @param revision the revision of Trestle
 * @param log tells how it goes
 */
public record Bench(
    Path home, Maven maven, Stopwatch stopwatch, ResultsFile results, String revision, Log log) {}

package dev.trestle.host.report;

import dev.trestle.protocol.JsonRecords;
import dev.trestle.protocol.RunOutcome;
import dev.trestle.protocol.ScenarioResult;
import dev.trestle.protocol.ScenarioResult.Status;
import dev.trestle.protocol.Secrets;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The counts and times of a run, for tools.
 *
 * @param project the project's name
 * @param environmentMillis how long the environment took to be ready in milliseconds
 * @param millis the wall time of the scenarios in milliseconds
 * @param counts how many scenarios ended with each status, by lower-case name
 * @param scenarios every scenario's identity, status and time
 * @param trouble why the run did not come to its good end, or null when it did
 */
public record Metrics(
    String project,
    long environmentMillis,
    long millis,
    Map<String, Long> counts,
    List<Scenario> scenarios,
    @Nullable String trouble) {

  /**
   * One scenario.
   *
   * @param id the identity for history
   * @param location {@code file.feature:line}
   * @param status how it ended
   * @param millis how long it took in milliseconds
   */
  public record Scenario(String id, String location, Status status, long millis) {}

  /** The metrics of a run. */
  public static Metrics of(String project, long environmentMillis, RunOutcome outcome) {
    Map<String, Long> counts = new TreeMap<>();
    outcome
        .counts()
        .forEach((status, count) -> counts.put(status.name().toLowerCase(Locale.ROOT), count));
    return new Metrics(
        project,
        environmentMillis,
        outcome.millis(),
        counts,
        outcome.scenarios().stream().map(Metrics::scenario).toList(),
        outcome.trouble() == null ? null : outcome.trouble().message());
  }

  /** Writes the metrics as JSON. */
  public void write(Path file) {
    AtomicFile.write(file, JsonRecords.write(this).getBytes(StandardCharsets.UTF_8));
  }

  private static Scenario scenario(ScenarioResult result) {
    return new Scenario(
        Secrets.mask(result.id()), result.location(), result.status(), result.millis());
  }
}

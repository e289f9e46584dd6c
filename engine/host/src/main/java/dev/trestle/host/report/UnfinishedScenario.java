package dev.trestle.host.report;

import dev.trestle.protocol.Json;
import dev.trestle.protocol.ScenarioIdentity;
import dev.trestle.protocol.ScenarioResult;
import dev.trestle.protocol.ScenarioResult.Status;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** An Allure result for a scenario that the runner could not report, since it went away before. */
public final class UnfinishedScenario {

  private UnfinishedScenario() {}

  /**
   * Writes the result file, in place of one that is there.
   *
   * @param uuid the identity of the result within the run
   * @param result what is known of the scenario
   * @param results the folder of Allure's result files
   */
  public static void write(String uuid, ScenarioResult result, Path results) {
    long now = System.currentTimeMillis();
    Map<String, Object> json =
        Map.of(
            "uuid",
            uuid,
            "historyId",
            ScenarioIdentity.hash(result.id()),
            "name",
            result.name(),
            "fullName",
            result.location(),
            "status",
            status(result.status()),
            "statusDetails",
            Map.of("message", String.valueOf(result.message())),
            "stage",
            "interrupted",
            "start",
            now,
            "stop",
            now,
            "labels",
            List.of(
                Map.of("name", "feature", "value", result.feature()),
                Map.of("name", "suite", "value", result.feature())));
    AtomicFile.write(
        results.resolve(uuid + "-result.json"), Json.write(json).getBytes(StandardCharsets.UTF_8));
  }

  /** A scenario that fails the build is red in the report too. */
  private static String status(Status status) {
    return switch (status) {
      case PASSED -> "passed";
      case SKIPPED -> "skipped";
      default -> "broken";
    };
  }
}

package dev.trestle.host.report;

import dev.trestle.protocol.Json;
import dev.trestle.protocol.ScenarioIdentity;
import dev.trestle.protocol.ScenarioResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** An Allure result for a scenario that the runner could not report, since it went away before. */
public final class UnfinishedScenario {

  private UnfinishedScenario() {}

  /**
   * Writes the result file.
   *
   * @param result what is known of the scenario
   * @param results the folder of Allure's result files
   */
  public static void write(ScenarioResult result, Path results) {
    String uuid = UUID.nameUUIDFromBytes(result.id().getBytes(StandardCharsets.UTF_8)).toString();
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
            "broken",
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
}

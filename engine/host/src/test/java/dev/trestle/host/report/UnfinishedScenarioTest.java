package dev.trestle.host.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trestle.protocol.ScenarioIdentity;
import dev.trestle.protocol.ScenarioResult;
import dev.trestle.protocol.ScenarioResult.Status;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnfinishedScenarioTest {

  @TempDir Path results;

  @Test
  void its_history_is_the_one_of_the_scenario() throws IOException {
    String id = "f/cart.feature › Good";
    ScenarioResult gone =
        new ScenarioResult(
            id, "Cart", "Good", "f/cart.feature:3", Status.FAILED, 1, null, "The runner is gone.");

    UnfinishedScenario.write("c7d6e1ab", gone, results);

    Path html = results.resolve("report/index.html");
    AllureReport.write("Shop", results, html);
    Map<String, Object> shown = PageFiles.of(html).scenario("Good");
    assertThat(shown)
        .containsEntry("historyId", ScenarioIdentity.hash(id))
        .containsEntry("status", "broken")
        .containsEntry("statusMessage", "The runner is gone.");
  }
}

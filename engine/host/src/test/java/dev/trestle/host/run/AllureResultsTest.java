package dev.trestle.host.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trestle.protocol.ScenarioResult;
import dev.trestle.protocol.ScenarioResult.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AllureResultsTest {

  private static final ScenarioResult RED =
      new ScenarioResult("id", "Cart", "Sold out", "a:1", Status.FAILED, 1, null, "It is gone.");

  @TempDir Path folder;
  private AllureResults results;

  @BeforeEach
  void in_folder() {
    results = new AllureResults(folder);
  }

  private Path file(String uuid) {
    return folder.resolve(uuid + "-result.json");
  }

  private void runnerWrites(String uuid) throws IOException {
    Files.writeString(file(uuid), "the runner's");
  }

  @Test
  void what_the_host_says_of_a_scenario_is_there_at_once_and_in_the_end() throws IOException {
    runnerWrites("one");
    results.write("one", RED);
    assertThat(file("one")).content().contains("It is gone.");

    runnerWrites("one"); // It may be slow.
    results.complete(true);
    assertThat(file("one")).content().contains("It is gone.");
  }

  @Test
  void what_the_runner_wrote_of_a_scenario_that_ended_stays() throws IOException {
    runnerWrites("one");
    results.reported("one", RED);

    results.complete(false);

    assertThat(file("one")).hasContent("the runner's");
  }

  @Test
  void what_the_runner_did_not_write_of_a_scenario_that_ended_is_written() {
    results.reported("one", RED);

    results.complete(true);

    assertThat(file("one")).content().contains("Sold out");
  }

  @Test
  void a_result_of_a_scenario_whose_end_was_not_heard_goes_after_a_bad_end() throws IOException {
    runnerWrites("unheard");
    results.complete(true);
    assertThat(file("unheard")).exists();

    results.complete(false);
    assertThat(file("unheard")).doesNotExist();
  }
}

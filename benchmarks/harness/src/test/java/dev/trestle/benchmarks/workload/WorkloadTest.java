package dev.trestle.benchmarks.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WorkloadTest {

  private static final String FEATURE =
      """
      Feature: Checkout

        Background:
          * url shopUrl

        Scenario: A shopper checks out
          When method post
      """;

  @Test
  void scenarios_are_numbered_and_share_the_head_of_their_file() {
    assertThat(Workload.of(FEATURE).files(2))
        .containsExactly(
            Map.entry(
                "checkout-001.feature",
                """
                Feature: Checkout 1

                  Background:
                    * url shopUrl

                  Scenario: A shopper checks out (1)
                    When method post

                  Scenario: A shopper checks out (2)
                    When method post
                """));
  }

  @Test
  void a_file_has_100_scenarios_and_the_last_one_has_the_rest() {
    Map<String, String> files = Workload.of(FEATURE).files(250);

    assertThat(files.values())
        .extracting(text -> text.lines().filter(line -> line.contains("Scenario:")).count())
        .containsExactly(100L, 100L, 50L);
    assertThat(String.join("", files.values())).contains("checks out (250)");
  }

  @Test
  void a_feature_with_two_scenarios_is_no_workload() {
    String two = FEATURE + "  Scenario: Another one\n    When method get\n";

    assertThatThrownBy(() -> Workload.of(two)).hasMessageContaining("exactly one scenario");
  }

  @Test
  void every_stack_shows_one_scenario_of_five_calls() throws IOException {
    for (Path feature : features()) {
      String steps = Workload.of(Files.readString(feature)).steps();
      assertThat(steps.lines().filter(line -> line.matches("\\s*(When I send|When method) .*")))
          .as(feature.toString())
          .hasSize(5);
    }
  }

  private static List<Path> features() throws IOException {
    Path home = Path.of("..");
    try (Stream<Path> peers = Files.list(home.resolve("peers"))) {
      return Stream.concat(peers, Stream.of(home.resolve("trestle")))
          .map(project -> project.resolve("checkout.feature"))
          .filter(Files::exists)
          .toList();
    }
  }
}

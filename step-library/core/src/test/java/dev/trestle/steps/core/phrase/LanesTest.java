package dev.trestle.steps.core.phrase;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.spring.SpringFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LanesTest {

  @TempDir Path folder;

  @Test
  void four_lanes_share_phrases_and_no_state() throws IOException {
    List<String> feature = new ArrayList<>(List.of("Feature: shop"));
    for (int i = 0; i < 40; i++) {
      feature.addAll(
          List.of(
              "Scenario: s" + i,
              "* \"shopper " + i + "\" buys " + i + " beans",
              "* within 10 s, the till shows \"shopper " + i + "; " + i + " x beans\""));
    }
    PhraseRun run =
        new PhraseRun(folder)
            .phrases(
                "shop.phrases.feature",
                "Feature: shop",
                "Scenario: {shopper:string} buys {n:int} beans",
                "* I note \"<shopper>\"",
                "* I add <n> items of \"beans\"")
            .options(options -> options.setThreads(4))
            .feature(feature.toArray(String[]::new));

    assertThat(run.scenarios()).hasSize(40).allMatch(scenario -> scenario.endsWith(" PASSED"));
  }

  @Test
  void spring_builds_the_step_classes_of_parts() throws IOException {
    PhraseRun run =
        new PhraseRun(folder)
            .glue("dev/trestle/steps/core/phrase/spring")
            .phrases(
                "shop.phrases.feature",
                "Feature: shop",
                "Scenario: count",
                "* I count",
                "* I count")
            .options(options -> options.setObjectFactoryClass(SpringFactory.class).setThreads(2))
            .feature(
                "Feature: f",
                "Scenario: a",
                "* count",
                "* the count becomes 3",
                "Scenario: b",
                "* count",
                "* the count becomes 3",
                "* within 10 s, the count becomes 6");

    assertThat(run.scenarios()).containsExactlyInAnyOrder("a PASSED", "b PASSED");
  }
}

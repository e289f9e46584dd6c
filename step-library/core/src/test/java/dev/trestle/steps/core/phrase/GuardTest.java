package dev.trestle.steps.core.phrase;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.PendingException;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuardTest {

  @TempDir Path folder;

  @Test
  void a_step_is_tried_until_it_holds() throws IOException {
    PhraseRun run =
        new PhraseRun(folder)
            .scenario("Then within 20 s, the answer is ready at try 4", "And the tries were 4");

    assertThat(run.scenarios()).containsExactly("one PASSED");
  }

  @Test
  void a_phrase_is_tried_until_it_holds_and_the_last_try_is_shown() throws IOException {
    PhraseRun run =
        new PhraseRun(folder)
            .phrases(
                "shop.phrases.feature",
                "Feature: shop",
                "Scenario: try {n:int}:",
                "* I see the table:",
                "| <table> |",
                "* the answer is ready at try <n>")
            .scenario("Then within 2 min, try 3:", "| a |", "And the tries were 3");

    assertThat(run.scenarios()).containsExactly("one PASSED");
    assertThat(run.allureTree())
        .isEqualTo(
            """
            passed Then within 2 min, try 3: [Data table]
              passed I see the table: [Data table]
              passed the answer is ready at try 3
            passed And the tries were 3
            """);
  }

  @Test
  void it_fails_with_the_last_failure_the_tries_and_the_time() throws IOException {
    PhraseRun run =
        new PhraseRun(folder)
            .phrases(
                "shop.phrases.feature",
                "Feature: shop",
                "Scenario: shop",
                "* within 300 ms, the shop is empty")
            .scenario("Then shop");

    assertThat(run.message())
        .matches(
            """
            5 shoppers are in the shop
            It did not hold within 300 ms: \\d+ tr(y|ies) in .* m?s\\.
            In the phrasebook: 'within 300 ms, the shop is empty' \\(shop.phrases.feature:3\\)\\.""");
    assertThat(run.error()).isInstanceOf(AssertionError.class);
    assertThat(run.error().getCause()).hasMessage("5 shoppers are in the shop");
  }

  @Test
  void a_phrase_that_never_holds_names_its_part_and_the_bound() throws IOException {
    PhraseRun run =
        new PhraseRun(folder)
            .phrases(
                "shop.phrases.feature", "Feature: shop", "Scenario: shop", "* the shop is closed")
            .scenario("Then within 0.2 seconds, shop");

    assertThat(run.message())
        .matches(
            """
            connection refused
            In the phrasebook: 'the shop is closed' \\(shop.phrases.feature:3\\)\\.
            It did not hold within 200 ms: \\d+ tr(y|ies) in .* m?s\\.""");
    assertThat(run.error().getCause()).isExactlyInstanceOf(IOException.class);
  }

  @Test
  void a_bound_of_zero_is_one_try() throws IOException {
    PhraseRun run = new PhraseRun(folder).scenario("Then within 0 s, the shop is empty");

    assertThat(run.message())
        .matches("5 shoppers are in the shop\\nIt did not hold within 0 ms: 1 try in .* m?s\\.");
  }

  @Test
  void a_pending_step_is_tried_once() throws IOException {
    PhraseRun run = new PhraseRun(folder).scenario("Then within 1 min, the shop is planned");

    assertThat(run.scenarios()).containsExactly("one PENDING");
    assertThat(run.error()).isExactlyInstanceOf(PendingException.class);
  }

  @Test
  void a_part_that_is_unknown_at_run_time_is_tried_once() throws IOException {
    PhraseRun run =
        new PhraseRun(folder)
            .phrases(
                "shop.phrases.feature",
                "Feature: shop",
                "Scenario: buy {n:word}",
                "* I add <n> items of \"x\"")
            .scenario("Then within 1 h, buy many");

    assertThat(run.message()).startsWith("'I add many items of \"x\"' is not a known step.");
  }

  @Test
  void an_unknown_step_is_undefined() throws IOException {
    PhraseRun run = new PhraseRun(folder).scenario("Then within 1 h, Xyzzy");

    assertThat(run.scenarios()).containsExactly("one UNDEFINED");
  }

  @Test
  void the_tries_stay_on_the_thread_of_the_scenario() throws IOException {
    String name = Thread.currentThread().getName();
    PhraseRun run =
        new PhraseRun(folder).scenario("Then within 20 s, the thread is \"" + name + "\"");

    assertThat(run.scenarios()).containsExactly("one PASSED");
  }

  @Test
  void a_step_with_a_regular_expression_is_guarded_too() throws IOException {
    PhraseRun run =
        new PhraseRun(folder)
            .scenario("Then within 5 seconds, I match 7 and 'x'", "And the till shows \"7/x\"");

    assertThat(run.scenarios()).containsExactly("one PASSED");
  }
}

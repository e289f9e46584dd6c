package dev.trestle.steps.core.phrase;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtOnceTest {

  @TempDir Path folder;

  private PhraseRun run(String... steps) throws IOException {
    return new PhraseRun(folder)
        .glue("dev/trestle/steps/core/phrase/shelf")
        .phrases(
            "shelf.phrases.feature",
            "Feature: shelf",
            "Scenario: there are {n:int} {product:string}",
            "* <n> of \"${alias:<product>}\" are on the shelf",
            "Scenario: want/wants one of the {product:string}",
            "* \"${alias:Ada}\" takes one of \"${alias:<product>}\"",
            "Scenario: they have a receipt",
            "* \"${receipt}\" reads \"Ada-[0-9]+\"",
            "Scenario: they have no receipt",
            "* \"${receipt}\" is not known",
            "Scenario: {n:int} meet there",
            "* <n> meet",
            "Scenario: plan it",
            "* that is planned",
            "Scenario: put {n:word} {product:string} there",
            "* <n> of \"<product>\" are on the shelf",
            "Scenario: {n:int} are greedy about {product:string}",
            "* <n> shoppers at once want one of the \"<product>\"")
        .scenario(steps);
  }

  @Test
  void as_many_succeed_as_there_are_goods_and_the_others_are_told() throws IOException {
    PhraseRun run =
        run(
            "Given there are 5 \"Beans\"",
            "When 20 shoppers at once want one of the \"Beans\"",
            "Then for exactly 5 of them, they have a receipt",
            "And for the others, they have no receipt");

    assertThat(run.scenarios()).containsExactly("one PASSED");
  }

  @Test
  void they_do_it_at_the_same_moment() throws IOException {
    PhraseRun run =
        run("When 8 friends at once, 8 meet there", "Then all of them at once 8 meet there");

    assertThat(run.scenarios()).containsExactly("one PASSED");
  }

  @Test
  void what_was_named_before_is_shared_and_what_they_name_is_their_own() throws IOException {
    PhraseRun run =
        run(
            "Given 2 of \"${alias:Beans}\" are on the shelf",
            "When 2 shoppers at once want one of the \"Beans\"",
            "Then for each of them, they have a receipt",
            "And \"${receipt}\" is not known",
            "And \"${alias:Ada}\" reads \"Ada\"",
            "And for all of them, they have a receipt");

    assertThat(run.scenarios()).containsExactly("one PASSED");
  }

  @Test
  void each_has_its_parts_and_evidence_in_the_report() throws IOException {
    PhraseRun run =
        run("Given there are 2 \"Beans\"", "When 2 shoppers at once want one of the \"Beans\"");

    assertThat(run.allureTree())
        .isEqualTo(
            """
            passed Given there are 2 "Beans"
              passed 2 of "${alias:Beans}" are on the shelf
            passed When 2 shoppers at once want one of the "Beans"
              passed 1 of 2 shoppers
                passed "${alias:Ada}" takes one of "${alias:Beans}" [Taken by]
              passed 2 of 2 shoppers
                passed "${alias:Ada}" takes one of "${alias:Beans}" [Taken by]
            """);
  }

  @Test
  void another_number_fails_with_what_came_out() throws IOException {
    PhraseRun run =
        run(
            "Given there are 2 \"Beans\"",
            "When 6 shoppers at once want one of the \"Beans\"",
            "Then for exactly 3 of them, they have a receipt");

    assertThat(run.message())
        .startsWith("It holds for 2 of them, not for 3.\nOf 6 shoppers:\n")
        .contains("2 × nothing went wrong", "4 × Beans is sold out", "Look at ")
        .endsWith("Correct the system, or the number in the step.");
  }

  @Test
  void failures_that_no_step_asks_for_fail_the_scenario() throws IOException {
    PhraseRun run =
        run("Given there are 1 \"Beans\"", "When 3 shoppers at once want one of the \"Beans\"");

    assertThat(run.scenarios()).containsExactly("one FAILED");
  }

  @Test
  void failures_of_the_first_are_not_forgotten_over_the_next() throws IOException {
    PhraseRun run =
        run(
            "Given there are 1 \"Beans\"",
            "When 3 shoppers at once want one of the \"Beans\"",
            "And 3 thieves at once want one of the \"Beans\"");

    assertThat(run.message()).startsWith("2 of 3 shoppers failed, and no step asks.\n");
  }

  @Test
  void a_step_for_the_others_needs_some() throws IOException {
    PhraseRun run =
        run(
            "Given there are 2 \"Beans\"",
            "When 2 shoppers at once want one of the \"Beans\"",
            "Then for the others, they have no receipt");

    assertThat(run.message()).startsWith("There are no others.\nOf 2 shoppers:\n2 × nothing");
  }

  @Test
  void a_step_for_each_tells_for_how_many_it_does_not_hold() throws IOException {
    PhraseRun run =
        run(
            "Given there are 2 \"Beans\"",
            "When 2 shoppers at once want one of the \"Beans\"",
            "Then for each of them, they have no receipt");

    assertThat(run.message())
        .startsWith("It does not hold for 2 of 2.\n1 of 2 shoppers: ${receipt} is known")
        .contains("shelf.phrases.feature:9");
  }

  @Test
  void them_are_nobody_before_a_step_begins_them() throws IOException {
    PhraseRun run = run("Then for each of them, they have a receipt");

    assertThat(run.message()).startsWith("Nobody acts at once in this scenario.");
  }

  @Test
  void too_many_are_refused() throws IOException {
    PhraseRun run = run("When 500 shoppers at once want one of the \"Beans\"");

    assertThat(run.message()).startsWith("500 shoppers cannot act at once.");
  }

  @Test
  void what_is_wrong_with_the_phrase_is_told_once() throws IOException {
    PhraseRun run = run("When 3 shoppers at once put many \"Beans\" there");

    assertThat(run.message())
        .startsWith("'many of \"Beans\" are on the shelf' is not a known step.");
  }

  @Test
  void a_pending_step_is_pending() throws IOException {
    PhraseRun run = run("When 2 shoppers at once plan it");

    assertThat(run.scenarios()).containsExactly("one PENDING");
  }

  @Test
  void a_phrase_may_begin_them() throws IOException {
    PhraseRun run =
        run(
            "Given there are 1 \"Beans\"",
            "When 4 are greedy about \"Beans\"",
            "Then for exactly 1 of them, they have a receipt");

    assertThat(run.scenarios()).containsExactly("one PASSED");
  }
}

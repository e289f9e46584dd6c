package dev.trestle.steps.core.phrase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhrasebookProblemsTest {

  @TempDir Path folder;

  private String problems(String... lines) throws IOException {
    PhraseRun run = new PhraseRun(folder).phrases("shop.phrases.feature", lines);
    return problems(run);
  }

  private static String problems(PhraseRun run) {
    Throwable thrown = catchThrowable(() -> run.scenario("Given I note \"a\""));
    PhrasebookException found = PhrasebookException.in(thrown).orElseThrow();
    return String.valueOf(found.getMessage()).replace(run.phrasesFolder(), "");
  }

  @Test
  void an_unknown_part_comes_with_the_nearest_steps() throws IOException {
    assertThat(
            problems(
                "Feature: shop",
                "Scenario: I shop",
                "Given I note \"a\"",
                "When I adds 2 items of \"b\""))
        .isEqualTo(
            """
            The part 'I adds 2 items of "b"' is not a known step.
            It belongs to the phrase 'I shop'.
            Look at shop.phrases.feature:4.
            Write one of the nearest steps, or define it:
              I add {int} item(s) of {string}""");
  }

  @Test
  void an_unknown_part_far_from_all_steps() throws IOException {
    assertThat(problems("Feature: shop", "Scenario: I shop", "Given Xyzzy"))
        .isEqualTo(
            """
            The part 'Xyzzy' is not a known step.
            It belongs to the phrase 'I shop'.
            Look at shop.phrases.feature:3.
            Define it as a phrase, or as a step in Java.""");
  }

  @Test
  void a_background_is_refused() throws IOException {
    assertThat(
            problems(
                "Feature: shop",
                "Background:",
                "Given I note \"a\"",
                "Scenario: b",
                "Given I note \"a\""))
        .isEqualTo(
            """
            A phrasebook has no Background.
            Each phrase stands for itself, wherever it is used.
            Look at shop.phrases.feature:2.
            Write its steps as a phrase, and use that phrase where they are needed.""");
  }

  @Test
  void a_scenario_outline_is_refused() throws IOException {
    assertThat(
            problems(
                "Feature: shop",
                "Scenario Outline: b",
                "Given I note \"<a>\"",
                "Examples:",
                "| a |",
                "| 1 |"))
        .isEqualTo(
            """
            The phrase 'b' has Examples.
            A phrase gets its values from the step that uses it.
            Look at shop.phrases.feature:2.
            Write Scenario instead of Scenario Outline, and name the values as {name:type} in the phrase.""");
  }

  @Test
  void invalid_gherkin_is_told_with_its_line() throws IOException {
    assertThat(problems("Feature: shop", "Scenario: b", "* I order:", "| a | b |", "| a |"))
        .isEqualTo(
            """
            The phrasebook 'shop.phrases.feature' is not valid Gherkin.
            (5:1): inconsistent cell count within the table
            Look at shop.phrases.feature:5.
            Correct the line; a phrasebook is a feature whose scenarios are phrases.""");
  }

  @Test
  void all_problems_are_told_at_once() throws IOException {
    assertThat(
            problems(
                "Feature: shop",
                "Scenario: {a:string} and {a:string}",
                "Given I note \"<a>\"",
                "Scenario: {b:colour} and {int}",
                "Given I note \"<b> and <c>\"",
                "Scenario: {d:string}, {_e:string} and {table:string}",
                "Given I note \"x\"",
                "Scenario: empty"))
        .isEqualTo(
            """
            The phrasebooks have 8 problems.

            1) The phrase '{a:string} and {a:string}' has two parameters named 'a'.
            <a> could mean either.
            Look at shop.phrases.feature:2.
            Give one of them another name.

            2) The parameter '{int}' of the phrase '{b:colour} and {int}' has no name.
            The parts of a phrase use its parameters by name.
            Look at shop.phrases.feature:4.
            Name it, as in {quantity:int}.

            3) The parameter {b:colour} has the unknown type 'colour'.
            Known types: bigdecimal, biginteger, byte, double, duration, float, int, long, money, short, string, word.
            Look at shop.phrases.feature:4.
            Write a known type, or define 'colour' with @ParameterType in Java.

            4) <c> is no parameter of the phrase '{b:colour} and {int}'.
            Its parameters: <b>.
            Look at shop.phrases.feature:5.
            Write a name that the phrase has, or add {c:string} to the phrase.

            5) A parameter of the phrase '{d:string}, {_e:string} and {table:string}' cannot be named 'table'.
            <table> stands for what is below the step that uses the phrase.
            Look at shop.phrases.feature:6.
            Give it another name.

            6) No part of the phrase '{d:string}, {_e:string} and {table:string}' uses <d>.
            What a feature says there would change nothing.
            Look at shop.phrases.feature:6.
            Use it in a part, take it out, or name it {_d:string} to say that it is meant so.

            7) No part of the phrase '{d:string}, {_e:string} and {table:string}' uses <table>.
            What a feature says there would change nothing.
            Look at shop.phrases.feature:6.
            Use it in a part, take it out, or name it {_table:string} to say that it is meant so.

            8) The phrase 'empty' has no steps.
            Look at shop.phrases.feature:8.
            Write the steps that it stands for below its name.""");
  }

  @Test
  void a_cycle_is_told_with_the_lines_that_close_it() throws IOException {
    assertThat(
            problems(
                "Feature: shop",
                "Scenario: a",
                "Given b",
                "Scenario: b",
                "Given within 1 s, c \"x\"",
                "Scenario: c {x:string}",
                "Given I note \"<x>\"",
                "Given a"))
        .isEqualTo(
            """
            A phrase uses itself: a -> b -> c {x:string} -> a
            The parts that do it:
              shop.phrases.feature:3: b
              shop.phrases.feature:5: within 1 s, c "x"
              shop.phrases.feature:8: a
            Look at shop.phrases.feature:8.
            Take one of these parts out.""");
  }

  @Test
  void two_phrases_of_one_layer_with_the_same_expression_clash() throws IOException {
    PhraseRun run =
        new PhraseRun(folder)
            .phrases(
                "a.phrases.feature", "Feature: a", "Scenario: {x:string} shops", "* I note \"<x>\"")
            .phrases(
                "b.phrases.feature",
                "Feature: b",
                "Scenario: {y:string} shops",
                "* I note \"<y>\"");

    assertThat(problems(run))
        .isEqualTo(
            """
            The phrase '{y:string} shops' is defined twice.
            It is also defined at a.phrases.feature:2, as '{x:string} shops'.
            Look at b.phrases.feature:2.
            Take one of them out, or word it differently.""");
  }

  @Test
  void a_part_that_two_steps_match_is_ambiguous_when_a_feature_uses_the_phrase()
      throws IOException {
    PhraseRun run = new PhraseRun(folder).phrases("shop.phrases.feature", AMBIGUOUS).texts("c");

    assertThat(problems(run))
        .isEqualTo(
            """
            The part 'I note the word 'x'' matches 2 steps.
              'I note the word {word}' at dev.trestle.steps.core.phrase.glue.Steps.noteWord(java.lang.String)
              'I note the word {x:string}' at shop.phrases.feature:2
            Look at shop.phrases.feature:5.
            Word one of them differently. A step of the library goes with its artifact, when the POM excludes that from trestle-step-library.""");
  }

  @Test
  void an_ambiguous_part_of_a_phrase_that_no_feature_uses_harms_nothing() throws IOException {
    PhraseRun run =
        new PhraseRun(folder)
            .phrases("shop.phrases.feature", AMBIGUOUS)
            .texts("I note \"a\"", "I note the word 'y'")
            .scenario("Given I note \"a\"");

    assertThat(run.scenarios()).containsExactly("one PASSED");
  }

  @Test
  void an_ambiguous_part_fails_the_scenario_where_the_features_are_not_known() throws IOException {
    PhraseRun run =
        new PhraseRun(folder).phrases("shop.phrases.feature", AMBIGUOUS).scenario("Given c");

    assertThat(run.scenarios()).containsExactly("one FAILED");
    assertThat(run.message())
        .contains("'I note the word 'x'' matches 2 steps:", "Word one of them differently.");
  }

  private static final String[] AMBIGUOUS = {
    "Feature: shop",
    "Scenario: I note the word {x:string}",
    "* I note \"<x>\"",
    "Scenario: b",
    "* I note the word 'x'",
    "Scenario: c",
    "* within 1 s, b"
  };

  @Test
  void a_part_of_an_absent_artifact_comes_with_its_dependency() throws IOException {
    assertThat(
            problems(
                "Feature: shop",
                "Scenario: {who:string} is down",
                "* \"<who>\" answers 503 to \"orders\""))
        .isEqualTo(
            """
            The part '"<who>" answers 503 to "orders"' is not a known step.
            It belongs to the phrase '{who:string} is down'.
            The step '{string} answers {int} to {string}{whichCalls}' is in trestle-steps-faults, which is not on the class path.
            Look at shop.phrases.feature:3.
            Add to the project's dependencies:
            <dependency>
              <groupId>dev.trestle</groupId>
              <artifactId>trestle-steps-faults</artifactId>
              <scope>test</scope>
            </dependency>""");
  }

  @Test
  void a_part_needs_the_table_or_doc_string_that_its_step_takes() throws IOException {
    assertThat(
            problems(
                "Feature: shop",
                "Scenario: a",
                "* I send:",
                "* I pay 1.00 EUR",
                "| x |",
                "* c",
                "| x |",
                "Scenario: c",
                "* I send:",
                "\"\"\"",
                "<docstring>",
                "\"\"\""))
        .isEqualTo(
            """
            The phrasebooks have 3 problems.

            1) The part 'I send:' of the phrase 'a' has neither table nor doc string.
            The step takes a table or a doc string: dev.trestle.steps.core.phrase.glue.Steps.send(java.lang.String).
            Look at shop.phrases.feature:3.
            Write below the part what the step takes.

            2) The part 'I pay 1.00 EUR' of the phrase 'a' has a table.
            The step takes neither table nor doc string: dev.trestle.steps.core.phrase.glue.Steps.pay(dev.trestle.steps.core.phrase.glue.Steps$Money).
            Look at shop.phrases.feature:4.
            Write below the part what the step takes.

            3) The part 'c' of the phrase 'a' has a table.
            The step takes a doc string: shop.phrases.feature:8.
            Look at shop.phrases.feature:6.
            Write below the part what the step takes.""");
  }

  @Test
  void a_phrase_asks_for_a_table_or_a_doc_string_but_not_both() throws IOException {
    assertThat(
            problems(
                "Feature: shop",
                "Scenario: a",
                "* I see the table:",
                "| <table> |",
                "* I send:",
                "\"\"\"",
                "<docstring>",
                "\"\"\""))
        .isEqualTo(
            """
            The phrase 'a' asks for a table and for a doc string.
            A step can have one of them only.
            Look at shop.phrases.feature:2.
            Take <table> or <docstring> out of its parts.""");
  }

  @Test
  void the_table_marker_stands_alone() throws IOException {
    assertThat(
            problems(
                "Feature: shop",
                "Scenario: a",
                "* I see the table:",
                "| <table> | x |",
                "* I note \"<docstring>\""))
        .isEqualTo(
            """
            The phrasebooks have 2 problems.

            1) <table> stands where it is not replaced.
            It is a part of 'I see the table:' in the phrase 'a'.
            Look at shop.phrases.feature:3.
            Write a table with the single cell | <table> | below the part.

            2) <docstring> stands where it is not replaced.
            It is a part of 'I note "<docstring>"' in the phrase 'a'.
            Look at shop.phrases.feature:5.
            Write a doc string with the single line <docstring> below the part.""");
  }

  @Test
  void a_regular_expression_is_no_name_of_a_phrase() throws IOException {
    assertThat(problems("Feature: shop", "Scenario: ^a (.*)$", "* I note \"x\""))
        .isEqualTo(
            """
            The phrase '^a (.*)$' is a regular expression.
            A name that begins with ^ or /, or ends with $, is read as one.
            Look at shop.phrases.feature:2.
            Write a Cucumber expression with parameters such as {quantity:int}.""");
  }

  @Test
  void a_malformed_expression_is_told() throws IOException {
    assertThat(problems("Feature: shop", "Scenario: a (b", "* I note \"x\""))
        .isEqualTo(
            """
            The phrase 'a (b' is no Cucumber expression.
            This Cucumber Expression has a problem at column 3:

            a (b
              ^
            The '(' does not have a matching ')'.
            If you did not intend to use optional text you can use '\\(' to escape the optional text
            Look at shop.phrases.feature:2.
            Correct it; ( ) { } / and \\ are written with a \\ before them where they are plain text.""");
  }

  @Test
  void a_folder_that_is_not_there_is_told() throws IOException {
    PhraseRun run = new PhraseRun(folder);
    java.nio.file.Files.delete(folder.resolve("phrases"));

    assertThat(problems(run).replace(folder.toString(), "…"))
        .isEqualTo(
            """
            The folder or file '…/phrases' with phrasebooks does not exist.
            It is named by the system property trestle.phrasebooks.
            Look at …/phrases.
            Create it, or take it out of the configuration.""");
  }
}

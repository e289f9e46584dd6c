package dev.trestle.steps.core.phrase;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.PendingException;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opentest4j.TestAbortedException;

class PhraseExecutionTest {

  @TempDir Path folder;

  @Test
  void the_parts_run_in_order_with_the_values_of_the_phrase() throws IOException {
    PhraseRun run =
        new PhraseRun(folder)
            .phrases(
                "shop.phrases.feature",
                "Feature: shop",
                "Scenario: {shopper:string} buys {quantity:int} {product:string} for {price:money}",
                "Given I note \"<shopper>\"",
                "When I add <quantity> items of \"<product>\"",
                "And I pay <price>")
            .scenario(
                "When \"Ada\" buys 2 'BEANS-1' for 12.50 EUR",
                "Then the till shows \"Ada; 2 x BEANS-1; paid 12.50 EUR\"");

    assertThat(run.scenarios()).containsExactly("one PASSED");
    assertThat(run.allureTree())
        .isEqualTo(
            """
            passed When "Ada" buys 2 'BEANS-1' for 12.50 EUR
              passed Given I note "Ada"
              passed When I add 2 items of "BEANS-1"
              passed And I pay 12.50 EUR
            passed Then the till shows "Ada; 2 x BEANS-1; paid 12.50 EUR"
            """);
  }

  @Test
  void phrases_nest_and_pass_tables_and_doc_strings_on() throws IOException {
    PhraseRun run =
        new PhraseRun(folder)
            .phrases(
                "shop.phrases.feature",
                "Feature: shop",
                "Scenario: {shopper:string} orders:",
                "Given I note \"<shopper>\"",
                "When the order is:",
                "| <table> |",
                "Scenario: the order is:",
                "* I order:",
                "| <table> |",
                "Scenario: {shopper:string} says:",
                "* I send:",
                "\"\"\"",
                "<docstring>",
                "\"\"\"",
                "* I send:",
                "\"\"\"",
                "{\"by\": \"<shopper>\", \"as\": \"<b>\"}",
                "\"\"\"",
                "* I order:",
                "| product   | quantity |",
                "| <shopper> | 1        |")
            .scenario(
                "When \"Ada\" orders:",
                "| product | quantity |",
                "| BEANS-1 | 2        |",
                "And \"Bob\" says:",
                "\"\"\"",
                "hello",
                "\"\"\"",
                "Then the till shows 'Ada; Line[product=BEANS-1, quantity=2]; hello; {\"by\": \"Bob\", \"as\": \"<b>\"}; Line[product=Bob, quantity=1]'");

    assertThat(run.steps()).allMatch(step -> step.error() == null, "no error");
    assertThat(run.scenarios()).containsExactly("one PASSED");
    assertThat(run.allureTree())
        .startsWith(
            """
            passed When "Ada" orders: [Data table]
              passed Given I note "Ada"
              passed When the order is: | product = quantity | BEANS-1 = 2
                passed I order: | product = quantity | BEANS-1 = 2
            passed And "Bob" says:
              passed I send: [Doc string]
              passed I send: [Doc string]
              passed I order: | product = quantity | Bob = 1
            """);
  }

  @Test
  void a_failing_part_is_told_with_its_line_once_and_the_rest_is_skipped() throws IOException {
    PhraseRun run =
        new PhraseRun(folder)
            .phrases(
                "shop.phrases.feature",
                "Feature: shop",
                "Scenario: {shopper:string} shops",
                "Given \"<shopper>\" looks around",
                "Then I note \"done\"",
                "Scenario: {who:string} looks around",
                "Given I note \"<who>\"",
                "Then the shop is empty",
                "And I note \"not reached by <who>\"")
            .scenario("When \"Ada\" shops", "Then I note \"never\"");

    assertThat(run.message())
        .isEqualTo(
            """
            5 shoppers are in the shop
            In the phrasebook: 'Then the shop is empty' (shop.phrases.feature:7).""");
    assertThat(run.error()).isInstanceOf(AssertionError.class);
    assertThat(run.error().getCause()).isExactlyInstanceOf(AssertionError.class);
    assertThat(run.error().getStackTrace())
        .extracting(StackTraceElement::getMethodName)
        .containsExactly(
            "empty", "Then the shop is empty", "Given \"Ada\" looks around", "\"Ada\" shops");
    assertThat(run.allureTree())
        .isEqualTo(
            """
            failed When "Ada" shops
              failed Given "Ada" looks around
                passed Given I note "Ada"
                failed Then the shop is empty
                skipped And I note "not reached by Ada"
              skipped Then I note "done"
            skipped Then I note "never"
            """);
  }

  @Test
  void an_exception_in_a_part_is_broken_and_not_failed() throws IOException {
    PhraseRun run =
        new PhraseRun(folder)
            .phrases(
                "shop.phrases.feature", "Feature: shop", "Scenario: shop", "* the shop is closed")
            .scenario("When shop");

    assertThat(run.message())
        .isEqualTo(
            """
            connection refused
            In the phrasebook: 'the shop is closed' (shop.phrases.feature:3).""");
    assertThat(run.error().getCause()).isExactlyInstanceOf(IOException.class);
    assertThat(run.allureTree()).isEqualTo("broken When shop\n  broken the shop is closed\n");
  }

  @Test
  void pending_and_skipped_parts_pass_through() throws IOException {
    PhraseRun run =
        new PhraseRun(folder)
            .phrases(
                "shop.phrases.feature",
                "Feature: shop",
                "Scenario: later",
                "* the shop is planned",
                "Scenario: not here",
                "* the shop is elsewhere")
            .feature("Feature: f", "Scenario: a", "* later", "Scenario: b", "* not here");

    assertThat(run.scenarios()).containsExactly("a PENDING", "b SKIPPED");
    assertThat(run.steps().get(0).error())
        .isExactlyInstanceOf(PendingException.class)
        .hasMessage("later");
    assertThat(run.steps().get(1).error()).isExactlyInstanceOf(TestAbortedException.class);
  }

  @Test
  void tables_and_doc_strings_are_converted_as_cucumber_does() throws IOException {
    PhraseRun run =
        new PhraseRun(folder)
            .phrases(
                "shop.phrases.feature",
                "Feature: shop",
                "Scenario: shop",
                "* I order across:",
                "| product  | BEANS |",
                "| quantity | 3     |",
                "* I see the table:",
                "| a |   |",
                "* I send the words:",
                "\"\"\"",
                "to be",
                "\"\"\"",
                "* I match 7 and 'seven'",
                "* I wait 1.5 s at most",
                "* I add 1 item of 'b'")
            .scenario(
                "When shop",
                "Then the till shows 'Line[product=BEANS, quantity=3]; [[a, null]]; Words[words=[to, be]]; 7/seven; PT1.5S; 1 x b'");

    assertThat(run.steps()).allMatch(step -> step.error() == null, "no error");
    assertThat(run.scenarios()).containsExactly("one PASSED");
  }

  @Test
  void a_part_that_its_values_make_unknown_fails_with_suggestions() throws IOException {
    PhraseRun run =
        new PhraseRun(folder)
            .phrases(
                "shop.phrases.feature",
                "Feature: shop",
                "Scenario: buy {n:word}",
                "* I add <n> items of \"x\"")
            .scenario("When buy many");

    assertThat(run.message())
        .isEqualTo(
            """
            'I add many items of "x"' is not a known step.
            Write one of the nearest steps, or define it:
              I add {int} item(s) of {string}
            In the phrasebook: 'I add many items of "x"' (shop.phrases.feature:3).""");
  }

  @Test
  void a_table_where_a_doc_string_is_asked_for_is_told() throws IOException {
    PhraseRun run =
        new PhraseRun(folder)
            .phrases(
                "shop.phrases.feature",
                "Feature: shop",
                "Scenario: say:",
                "* I send:",
                "\"\"\"",
                "<docstring>",
                "\"\"\"")
            .scenario("When say:", "| a |");

    assertThat(run.message())
        .isEqualTo(
            """
            The phrase 'say:' takes a doc string, but is given a table.
            It is defined at shop.phrases.feature:2.""");
  }

  @Test
  void a_dry_run_runs_no_part() throws IOException {
    PhraseRun run =
        new PhraseRun(folder)
            .phrases(
                "shop.phrases.feature", "Feature: shop", "Scenario: shop", "* the shop is empty")
            .options(options -> options.setDryRun(true))
            .scenario("When shop", "Then within 1 s, shop");

    assertThat(run.steps()).extracting(PhraseRun.Step::error).containsOnlyNulls();
    assertThat(run.steps()).extracting(step -> step.status().name()).doesNotContain("UNDEFINED");
  }

  @Test
  void a_phrase_and_a_java_step_that_match_are_ambiguous_with_both_places() throws IOException {
    PhraseRun run =
        new PhraseRun(folder)
            .phrases(
                "shop.phrases.feature",
                "Feature: shop",
                "Scenario: I note the word {w:word}",
                "* I note \"<w>\"")
            .scenario("When I note the word x");

    assertThat(run.scenarios()).containsExactly("one AMBIGUOUS");
    assertThat(run.message())
        .contains("shop.phrases.feature:2")
        .contains("Steps.noteWord(java.lang.String)");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "'say \"hi\"' | say \"hi\"",
        "\"say \\\"hi\\\"\" | say \"hi\"",
        "\"it's\" | it's",
        "'it\\'s' | it's",
        "\"it's \\\"it\\\"\" | it's \"it\"",
        "\"plain\" | plain",
        "\"C:\\dir\" | C:\\dir"
      })
  void a_text_with_quotes_goes_on_as_it_is_said(String written, String said) throws IOException {
    PhraseRun run =
        new PhraseRun(folder)
            .phrases(
                "shop.phrases.feature",
                "Feature: f",
                "Scenario: {note:string} is noted in double quotes",
                "* I note \"<note>\"",
                "Scenario: {note:string} is noted in single quotes",
                "* I note '<note>'",
                "Scenario: {note:string} is noted by another phrase",
                "* \"<note>\" is noted in single quotes",
                "Scenario: {note:string} is sent",
                "* I send:",
                "\"\"\"",
                "<note>",
                "\"\"\"",
                "Scenario: {note:string} is in the table",
                "* I see the table:",
                "| <note> |")
            .scenario(
                "* " + written + " is noted in double quotes",
                "* " + written + " is noted in single quotes",
                "* " + written + " is noted by another phrase",
                "* " + written + " is sent",
                "* " + written + " is in the table",
                "* the till shows:",
                "\"\"\"",
                String.join("; ", said, said, said, said, "[[" + said + "]]"),
                "\"\"\"");

    assertThat(run.scenarios()).as(() -> run.message()).containsExactly("one PASSED");
  }

  @Test
  void any_value_may_be_expected_by_a_phrase() throws IOException {
    PhraseRun run =
        new PhraseRun(folder)
            .phrases(
                "shop.phrases.feature",
                "Feature: f",
                "Scenario: there is something",
                "* I note \"<any>\"",
                "* I see the table:",
                "| $.target | <any> |")
            .scenario("* there is something", "* the till shows \"<any>; [[$.target, <any>]]\"");

    assertThat(run.scenarios()).containsExactly("one PASSED");
  }
}

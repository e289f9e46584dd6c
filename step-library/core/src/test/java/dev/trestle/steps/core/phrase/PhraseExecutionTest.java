package dev.trestle.steps.core.phrase;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
              passed When the order is: [Data table]
                passed I order: [Data table]
            passed And "Bob" says:
              passed I send: [Doc string]
              passed I send: [Doc string]
              passed I order: [Data table]
            """);
  }
}

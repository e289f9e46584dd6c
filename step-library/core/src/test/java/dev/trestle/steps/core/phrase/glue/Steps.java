package dev.trestle.steps.core.phrase.glue;

import io.cucumber.datatable.DataTable;
import io.cucumber.java.DataTableType;
import io.cucumber.java.DocStringType;
import io.cucumber.java.ParameterType;
import io.cucumber.java.PendingException;
import io.cucumber.java.Transpose;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.opentest4j.TestAbortedException;

/** Primitive steps. */
@SuppressWarnings("DoNotCallSuggester")
public final class Steps {

  private final Till till;

  /** Built by the object factory, like a project's own. */
  public Steps(Till till) {
    this.till = till;
  }

  /** An amount in a currency. */
  public record Money(BigDecimal amount, String currency) {}

  /** A line of an order. */
  public record Line(String product, int quantity) {}

  /** A list of words. */
  public record Words(List<String> words) {}

  @ParameterType("(\\d+\\.\\d\\d) (EUR|USD)")
  public Money money(String amount, String currency) {
    return new Money(new BigDecimal(amount), currency);
  }

  @DataTableType
  public Line line(Map<String, String> row) {
    return new Line(row.get("product"), Integer.parseInt(row.get("quantity")));
  }

  @DocStringType
  public Words words(String text) {
    return new Words(List.of(text.split(" ")));
  }

  @Given("I note {string}")
  public void note(String text) {
    till.log.add(text);
  }

  @Given("I note the word {word}")
  public void noteWord(String text) {
    till.log.add("word " + text);
  }

  @When("I add {int} item(s) of {string}")
  public void add(int quantity, String product) {
    till.log.add(quantity + " x " + product);
  }

  @When("I pay {money}")
  public void pay(Money price) {
    till.log.add("paid " + price.amount() + " " + price.currency());
  }

  @When("I order:")
  public void order(List<Line> lines) {
    lines.forEach(line -> till.log.add(line.toString()));
  }

  @When("I order across:")
  public void orderAcross(@Transpose List<Line> lines) {
    lines.forEach(line -> till.log.add(line.toString()));
  }

  @When("I see the table:")
  public void table(DataTable table) {
    till.log.add(table.cells().toString());
  }

  @When("I send:")
  public void send(String body) {
    till.log.add(body);
  }

  @When("I send the words:")
  public void sendWords(Words words) {
    till.log.add(words.toString());
  }

  @When("^I match (\\d+) and '(.*)'$")
  public void match(int number, String text) {
    till.log.add(number + "/" + text);
  }

  @When("I wait {duration} at most")
  public void waitAtMost(Duration duration) {
    till.log.add(duration.toString());
  }

  @Then("the till shows {string}")
  public void shows(String expected) {
    if (!expected.equals(String.join("; ", till.log))) {
      throw new AssertionError("The till shows: " + String.join("; ", till.log));
    }
  }

  @Then("the till shows:")
  public void showsText(String expected) {
    shows(expected);
  }

  @Then("the answer is ready at try {int}")
  public void ready(int wanted) {
    till.answers++;
    if (till.answers < wanted) {
      throw new AssertionError("not ready at try " + till.answers);
    }
  }

  @Then("the thread is {string}")
  public void thread(String name) {
    till.answers++;
    if (till.answers < 3 || !Thread.currentThread().getName().equals(name)) {
      throw new AssertionError("on " + Thread.currentThread().getName());
    }
  }

  @Then("the shop is closed")
  public void closed() throws IOException {
    throw new IOException("connection refused");
  }

  @Then("the shop is empty")
  public void empty() {
    throw new AssertionError("5 shoppers are in the shop");
  }

  @Then("the shop is planned")
  public void planned() {
    till.answers++;
    throw new PendingException("later");
  }

  @Then("the shop is elsewhere")
  public void elsewhere() {
    throw new TestAbortedException("not here");
  }

  @Then("the tries were {int}")
  public void tries(int expected) {
    if (till.answers != expected) {
      throw new AssertionError("tries: " + till.answers);
    }
  }
}

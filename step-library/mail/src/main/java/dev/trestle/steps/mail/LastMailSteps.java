package dev.trestle.steps.mail;

import dev.trestle.steps.core.Example;
import dev.trestle.steps.core.ScenarioScope;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;

/** Steps about the newest mail to somebody; each waits up to 10 seconds for one that is right. */
public final class LastMailSteps {

  private final ScenarioScope scope = ScenarioScope.current();

  /** For the object factory. */
  public LastMailSteps() {}

  /** Checks the sender's address. */
  @Example("Then the last mail to \"ada@example.org\" is from \"shop@example.org\"")
  @Then("the last mail to {string} is from {string}")
  public void isFrom(String recipient, String sender) {
    new LastMail(recipient, scope).requireSender(sender);
  }

  /** Checks the text of its HTML as a reader sees it, without tags. */
  @Example("Then the last mail to \"ada@example.org\" reads \"Dear Ada\"")
  @Then("the last mail to {string} reads {string}")
  public void reads(String recipient, String text) {
    new LastMail(recipient, scope).requireReadable(text);
  }

  /** Checks that a file of this name is attached. */
  @Example("Then the last mail to \"ada@example.org\" has the attachment \"invoice.pdf\"")
  @Then("the last mail to {string} has the attachment {string}")
  public void hasAttachment(String recipient, String file) {
    new LastMail(recipient, scope).requireAttachment(file);
  }

  /** Checks that it has a link with this text, or whose address has it in it. */
  @Example("Then the last mail to \"ada@example.org\" has the link \"Confirm your order\"")
  @Then("the last mail to {string} has the link {string}")
  public void hasLink(String recipient, String link) {
    new LastMail(recipient, scope).link(link);
  }

  /** Saves the address of such a link, to be followed. */
  @Example(
      "When I save the link \"Confirm your order\" of the last mail to \"ada@example.org\" as"
          + " \"confirm\"")
  @When("I save the link {string} of the last mail to {string} as {string}")
  public void saveLink(String link, String recipient, String name) {
    scope.set(name, new LastMail(recipient, scope).link(link).address());
  }
}

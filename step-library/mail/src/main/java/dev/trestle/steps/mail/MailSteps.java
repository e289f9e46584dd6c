package dev.trestle.steps.mail;

import dev.trestle.steps.core.Example;
import dev.trestle.steps.core.ScenarioScope;
import io.cucumber.java.en.Then;
import java.time.Duration;

/** Steps about the mails that the system sends. */
public final class MailSteps {

  private final Mailbox mailbox = new Mailbox(ScenarioScope.current());

  /** For the object factory. */
  public MailSteps() {}

  /** Waits up to 10 seconds for a mail whose subject has the text in it. */
  @Example("Then \"ada@example.org\" receives a mail with subject \"Your order\"")
  @Then("{string} receives a mail with subject {string}")
  public void receivesWithSubject(String recipient, String subject) {
    mailbox.requireSubject(recipient, subject);
  }

  /**
   * Waits up to 10 seconds until exactly so many mails came to the recipient; more until the
   * scenario's end are a failure, too.
   */
  @Example("Then \"ada@example.org\" receives 1 mail")
  @Then("{string} receives {int} mail(s)")
  public void receivesCount(String recipient, int count) {
    mailbox.requireCount(recipient, count);
  }

  /** Waits as the step without a time does, then watches for that time that no more come. */
  @Example("Then for 200 ms, \"ada@example.org\" receives 1 mail")
  @Then("for {duration}, {string} receives {int} mail(s)")
  public void keepsCount(Duration time, String recipient, int count) {
    mailbox.keepsCount(time, recipient, count);
  }

  /**
   * Checks for half a second, and again when the scenario acts or ends, that no mail with the text
   * in its subject comes to the recipient.
   */
  @Example("Then \"ada@example.org\" receives no mail with subject \"Cancelled\"")
  @Then("{string} receives no mail with subject {string}")
  public void receivesNone(String recipient, String subject) {
    mailbox.requireNoSubject(recipient, subject);
  }

  /** Waits up to 10 seconds until the newest mail to the recipient has the text in its body. */
  @Example("Then the last mail to \"ada@example.org\" contains \"2 items\"")
  @Then("the last mail to {string} contains {string}")
  public void lastContains(String recipient, String text) {
    mailbox.requireLastContains(recipient, text);
  }
}

package dev.trestle.steps.mail;

import dev.trestle.protocol.Mail;
import dev.trestle.steps.core.ScenarioScope;
import dev.trestle.steps.core.StepFailure;

/** A text that a mail should have, as written in the step and as it is on the wire. */
final class Wanted {

  private final ScenarioScope scope;
  private final String wire;

  Wanted(ScenarioScope scope, String written) {
    this.scope = scope;
    this.wire = scope.resolve(written);
    if (wire.isBlank()) {
      throw StepFailure.of("The text that the step looks for is empty.")
          .evidence("Every mail has it, so the step would say nothing.")
          .fix("Write the text in the step, or find out why '" + written + "' is empty.");
    }
  }

  boolean isInSubject(Mail mail) {
    return isIn(mail.subject());
  }

  boolean isInBody(Mail mail) {
    return isIn(mail.text()) || isIn(mail.html());
  }

  /** Mails wrap lines where they like, so any white space is as good as another. */
  boolean isIn(String text) {
    String flat = flat(text);
    return flat.contains(flat(wire)) || scope.reveal(flat).contains(scope.reveal(flat(wire)));
  }

  private static String flat(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  @Override
  public String toString() {
    return wire;
  }
}

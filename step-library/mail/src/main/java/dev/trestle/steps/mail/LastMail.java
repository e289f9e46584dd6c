package dev.trestle.steps.mail;

import dev.trestle.protocol.Mail;
import dev.trestle.steps.core.ScenarioScope;
import dev.trestle.steps.core.StepFailure;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;

/** The newest mail to a recipient. */
final class LastMail {

  private final ScenarioScope scope;
  private final Mailbox mailbox;
  private final String recipient;

  LastMail(String recipient, ScenarioScope scope) {
    this.scope = scope;
    this.mailbox = new Mailbox(scope);
    this.recipient = scope.resolve(recipient);
  }

  void requireSender(String written) {
    String sender = scope.resolve(written);
    Mail mail = mailbox.last(recipient, last -> last.from().equalsIgnoreCase(sender));
    if (!mail.from().equalsIgnoreCase(sender)) {
      throw failure(
          "is not from '" + sender + "'",
          "It is from '" + mail.from() + "', delivered by '" + mail.sender() + "'.");
    }
  }

  void requireReadable(String written) {
    Wanted text = new Wanted(scope, written);
    Mail mail = mailbox.last(recipient, last -> text.isIn(readable(last)));
    if (!text.isIn(readable(mail))) {
      throw failure("does not read '" + text + "'", "It reads: " + readable(mail));
    }
  }

  private static String readable(Mail mail) {
    return Jsoup.parse(mail.html()).text();
  }

  void requireAttachment(String written) {
    String file = scope.resolve(written);
    Mail mail = mailbox.last(recipient, last -> last.attachments().contains(file));
    if (!mail.attachments().contains(file)) {
      String there =
          mail.attachments().isEmpty()
              ? "It has no attachments."
              : "Its attachments: " + String.join(", ", mail.attachments()) + ".";
      throw failure("has no attachment '" + file + "'", there);
    }
  }

  /** The first link with a text, or whose address has it in it. */
  Link link(String written) {
    String wanted = new Wanted(scope, written).toString();
    Mail mail =
        mailbox.last(recipient, last -> Link.in(last).stream().anyMatch(link -> link.is(wanted)));
    return Link.in(mail).stream()
        .filter(link -> link.is(wanted))
        .findFirst()
        .orElseThrow(
            () ->
                failure(
                    "has no link '" + wanted + "'",
                    "Its links:\n  "
                        + Link.in(mail).stream()
                            .map(Link::toString)
                            .collect(Collectors.joining("\n  "))));
  }

  private StepFailure failure(String what, String evidence) {
    return StepFailure.of("The last mail to '" + recipient + "' " + what + ".")
        .evidence(evidence)
        .fix("Correct the template of the mail, or what the step expects.");
  }
}

package dev.trestle.steps.mail;

import dev.trestle.protocol.HostClient;
import dev.trestle.protocol.Mail;
import dev.trestle.steps.core.ScenarioScope;
import java.util.List;
import java.util.stream.Collectors;

/** Received mails as evidence. */
final class Received {

  private static final int MOST = 10;
  private static final int LONGEST = 2000;

  private Received() {}

  static String instead(HostClient host, String recipient, List<Mail> mails) {
    if (!mails.isEmpty()) {
      return "Mails to '" + recipient + "':\n" + list(mails);
    }
    List<Mail> all = host.mails("");
    return all.isEmpty()
        ? "The mailbox is empty."
        : "No mail came to '" + recipient + "' at all. The newest mails to others:\n" + list(all);
  }

  static String body(Mail mail) {
    String body = mail.text().isBlank() ? mail.html() : mail.text();
    return body.length() > LONGEST ? body.substring(0, LONGEST) + "…" : body;
  }

  static void attach(ScenarioScope scope, Mail mail) {
    String head = "From: " + mail.from() + "\nTo: " + String.join(", ", mail.to()) + named(mail);
    String files =
        mail.attachments().isEmpty() ? "" : "\nFiles: " + String.join(", ", mail.attachments());
    scope.attach(
        "Mail: " + mail.subject(),
        "text/plain",
        head
            + "\nSubject: "
            + mail.subject()
            + "\nReceived: "
            + mail.receivedAt()
            + files
            + "\n\n"
            + body(mail));
  }

  /** What the headers say of the recipients, where that is something else. */
  private static String named(Mail mail) {
    String named = String.join(", ", mail.named());
    boolean same = mail.named().equals(mail.to());
    return same ? "" : "\nNamed in its headers: " + (named.isEmpty() ? "nobody" : named);
  }

  private static String list(List<Mail> mails) {
    return mails.stream()
        .skip(Math.max(0, mails.size() - MOST))
        .map(
            mail ->
                "  "
                    + mail.receivedAt()
                    + " to "
                    + String.join(", ", mail.to())
                    + ": "
                    + mail.subject())
        .collect(Collectors.joining("\n"));
  }
}

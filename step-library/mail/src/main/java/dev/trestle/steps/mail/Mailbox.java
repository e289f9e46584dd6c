package dev.trestle.steps.mail;

import dev.trestle.protocol.EnvironmentDescription;
import dev.trestle.protocol.Mail;
import dev.trestle.protocol.ServiceDescription;
import dev.trestle.steps.core.ScenarioScope;
import dev.trestle.steps.core.StepFailure;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** Waits for mails in the mailbox that the host keeps, and says what came instead. */
final class Mailbox {

  private static final String LATER = ". Later ones came after the step had passed.";

  private static final Duration WINDOW = Duration.ofMillis(500);
  private static final Duration PAUSE = Duration.ofMillis(50);

  private final ScenarioScope scope;
  private final Duration bound;

  Mailbox(ScenarioScope scope) {
    this.scope = scope;
    this.bound = scope.patience();
  }

  void requireSubject(String writtenRecipient, String writtenSubject) {
    String recipient = scope.resolve(writtenRecipient);
    Wanted subject = new Wanted(scope, writtenSubject);
    List<Mail> mails = until(recipient, all -> all.stream().anyMatch(subject::isInSubject), bound);
    Mail mail = mails.stream().filter(subject::isInSubject).findFirst().orElse(null);
    if (mail == null) {
      throw StepFailure.of(
              "No mail with subject '" + subject + "' came to '" + recipient + "'" + after())
          .evidence(Received.instead(scope.host(), recipient, mails))
          .fix("Correct the subject, or look into the service that sends the mail.");
    }
    Received.attach(scope, mail);
  }

  /** So many mails, and still before the scenario acts again and at its end. */
  void requireCount(String writtenRecipient, int count) {
    String recipient = scope.resolve(writtenRecipient);
    requireCount(
        recipient,
        count,
        count == 0
            ? until(recipient, all -> !all.isEmpty(), window())
            : until(recipient, all -> all.size() >= count, bound));
    keepCount(recipient, count);
  }

  private void keepCount(String recipient, int count) {
    scope.keep(
        "keep the number of mails to '" + recipient + "'",
        List.of(Mailbox.class, recipient),
        () -> requireCount(recipient, count, scope.host().mails(recipient), LATER));
  }

  /** The same, and watches for a time that no more come. */
  void keepsCount(Duration time, String writtenRecipient, int count) {
    String recipient = scope.resolve(writtenRecipient);
    if (count > 0) {
      requireCount(writtenRecipient, count);
    }
    requireCount(recipient, count, until(recipient, all -> all.size() > count, time));
    keepCount(recipient, count);
  }

  private void requireCount(String recipient, int count, List<Mail> mails) {
    requireCount(recipient, count, mails, mails.size() < count ? after() : ".");
  }

  private void requireCount(String recipient, int count, List<Mail> mails, String end) {
    if (mails.size() != count) {
      throw StepFailure.of(
              ("'" + recipient + "' received " + mails.size() + " mails, not " + count) + end)
          .evidence(Received.instead(scope.host(), recipient, mails))
          .fix("Correct the number, or look into the service that sends the mails.");
    }
  }

  /** No such mail within half a second, nor before the scenario acts again or ends. */
  void requireNoSubject(String writtenRecipient, String writtenSubject) {
    String recipient = scope.resolve(writtenRecipient);
    Wanted subject = new Wanted(scope, writtenSubject);
    requireNone(
        recipient,
        subject,
        until(recipient, all -> all.stream().anyMatch(subject::isInSubject), window()),
        ".");
    scope.keep(
        "keep mails with subject '" + subject + "' from '" + recipient + "'",
        List.of(Mailbox.class, recipient, subject.toString()),
        () -> requireNone(recipient, subject, scope.host().mails(recipient), LATER));
  }

  private void requireNone(String recipient, Wanted subject, List<Mail> mails, String end) {
    mails.stream()
        .filter(subject::isInSubject)
        .findFirst()
        .ifPresent(
            mail -> {
              Received.attach(scope, mail);
              throw StepFailure.of(
                      ("A mail with subject '" + subject + "' came to '" + recipient + "'") + end)
                  .evidence("It came at " + mail.receivedAt() + ": " + mail.subject())
                  .fix("Look into the service that sends the mail: it should not have.");
            });
  }

  void requireLastContains(String writtenRecipient, String writtenText) {
    String recipient = scope.resolve(writtenRecipient);
    Wanted text = new Wanted(scope, writtenText);
    Mail last = last(recipient, text::isInBody);
    if (!text.isInBody(last)) {
      throw StepFailure.of("The last mail to '" + recipient + "' does not contain '" + text + "'.")
          .evidence("Subject: " + last.subject() + "\n" + Received.body(last))
          .fix("Correct the text, or the template of the mail.");
    }
  }

  /** The newest mail to a recipient as soon as it satisfies the condition or the time is over. */
  Mail last(String recipient, Predicate<Mail> condition) {
    List<Mail> mails = until(recipient, all -> !all.isEmpty() && condition.test(last(all)), bound);
    if (mails.isEmpty()) {
      throw StepFailure.of("No mail came to '" + recipient + "'" + after())
          .evidence(Received.instead(scope.host(), recipient, mails))
          .fix("Correct the recipient, or look into the service that sends the mail.");
    }
    Mail last = last(mails);
    Received.attach(scope, last);
    return last;
  }

  private static Mail last(List<Mail> mails) {
    return mails.get(mails.size() - 1);
  }

  private String after() {
    long millis = bound.toMillis();
    return " within " + (millis % 1000 == 0 ? millis / 1000 + " s." : millis + " ms.");
  }

  private Duration window() {
    return bound.compareTo(WINDOW) < 0 ? bound : WINDOW;
  }

  /** Without a mailbox no mail comes to anybody, which says nothing. */
  private void requireMailbox() {
    EnvironmentDescription environment = scope.environment();
    if (environment.services().stream()
        .noneMatch(service -> service.kind() == ServiceDescription.Kind.MAILBOX)) {
      throw StepFailure.of("The environment has no mailbox.")
          .evidence("Its services: " + String.join(", ", environment.names()) + ".")
          .fix("Add one to the Compose file, such as a service with the image axllent/mailpit.");
    }
  }

  /** The recipient's mails as soon as they satisfy the condition, or when the time is over. */
  private List<Mail> until(String recipient, Predicate<List<Mail>> condition, Duration time) {
    requireMailbox();
    try {
      return Awaitility.await()
          .pollInSameThread()
          .pollDelay(Duration.ZERO)
          .pollInterval(PAUSE)
          .atMost(time)
          .until(() -> scope.host().mails(recipient), condition);
    } catch (ConditionTimeoutException e) {
      return scope.host().mails(recipient);
    }
  }
}

package dev.trestle.protocol;

import java.util.List;

/**
 * One delivery of a mail to the mailbox. The same mail sent twice is two deliveries; one delivery
 * may have several recipients.
 *
 * @param from the address in the mail's header {@code From}, empty when there is none
 * @param to the recipients to whom it was delivered, those of the envelope (RCPT TO)
 * @param subject the decoded subject
 * @param text the plain text part, empty when there is none
 * @param html the HTML part, empty when there is none
 * @param attachments the names of attached files
 * @param receivedAt when it came, ISO-8601 in UTC
 * @param sender the sender of the envelope (MAIL FROM), empty for a bounce
 * @param named the recipients that the mail's headers name, as information: a blind copy and a
 *     hidden list have others than the envelope
 */
public record Mail(
    String from,
    List<String> to,
    String subject,
    String text,
    String html,
    List<String> attachments,
    String receivedAt,
    String sender,
    List<String> named) {

  /** A delivery whose headers name sender and recipients of the envelope. */
  public Mail(
      String from,
      List<String> to,
      String subject,
      String text,
      String html,
      List<String> attachments,
      String receivedAt) {
    this(from, to, subject, text, html, attachments, receivedAt, from, to);
  }

  /** Whether it was delivered to an address, in any case. */
  public boolean isTo(String recipient) {
    return to.stream().anyMatch(recipient::equalsIgnoreCase);
  }

  /** A list of mails, oldest first. */
  public record Page(List<Mail> mails) {}
}

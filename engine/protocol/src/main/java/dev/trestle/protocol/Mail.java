package dev.trestle.protocol;

import java.util.List;

/**
 * One mail that the mailbox received.
 *
 * @param from the sender's address
 * @param to the recipients' addresses
 * @param subject the decoded subject
 * @param text the plain text part, empty when there is none
 * @param html the HTML part, empty when there is none
 * @param attachments the names of attached files
 * @param receivedAt when it came, ISO-8601 in UTC
 */
public record Mail(
    String from,
    List<String> to,
    String subject,
    String text,
    String html,
    List<String> attachments,
    String receivedAt) {

  /** A list of mails, oldest first. */
  public record Page(List<Mail> mails) {}
}

package dev.trestle.host.standin;

import dev.trestle.protocol.Mail;
import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one received message; a message for several recipients is there once for each. */
final class MailReader {

  private final MimeMessage message;
  private final List<String> recipients;
  private final StringBuilder text = new StringBuilder();
  private final StringBuilder html = new StringBuilder();
  private final List<String> attachments = new ArrayList<>();

  MailReader(MimeMessage message) throws MessagingException {
    this.message = message;
    this.recipients = addresses(message.getAllRecipients());
  }

  boolean isFor(String recipient) {
    return recipient.isEmpty() || recipients.stream().anyMatch(recipient::equalsIgnoreCase);
  }

  String identity() throws MessagingException {
    String id = message.getMessageID();
    return id == null ? "without id " + System.identityHashCode(message) : id;
  }

  Mail read() throws MessagingException, IOException {
    readPart(message);
    Date received = message.getReceivedDate();
    return new Mail(
        addresses(message.getFrom()).stream().findFirst().orElse(""),
        recipients,
        message.getSubject() == null ? "" : message.getSubject(),
        text.toString(),
        html.toString(),
        attachments,
        (received == null ? Instant.now() : received.toInstant()).toString());
  }

  private void readPart(Part part) throws MessagingException, IOException {
    if (part.getFileName() != null) {
      attachments.add(part.getFileName());
    } else if (part.isMimeType("multipart/*")) {
      Multipart parts = (Multipart) part.getContent();
      for (int i = 0; i < parts.getCount(); i++) {
        BodyPart child = parts.getBodyPart(i);
        readPart(child);
      }
    } else if (part.isMimeType("text/html")) {
      html.append(part.getContent());
    } else if (part.isMimeType("text/*")) {
      text.append(part.getContent());
    }
  }

  private static List<String> addresses(Address @Nullable [] addresses) {
    return addresses == null
        ? List.of()
        : Arrays.stream(addresses)
            .map(a -> a instanceof InternetAddress internet ? internet.getAddress() : a.toString())
            .toList();
  }
}

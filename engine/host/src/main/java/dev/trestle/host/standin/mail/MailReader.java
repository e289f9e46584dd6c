package dev.trestle.host.standin.mail;

import dev.trestle.protocol.Mail;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.ParseException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Reads one delivery. It never fails: what is malformed is shown as it came, and does not keep back
 * the rest.
 */
final class MailReader {

  private static final int DEEPEST = 30;

  private final String sender;
  private final List<String> recipients;
  private final StringBuilder text = new StringBuilder();
  private final StringBuilder html = new StringBuilder();
  private final List<String> attachments = new ArrayList<>();

  /**
   * A reader of a mail with an envelope.
   *
   * @param sender the sender that the envelope names, empty for a bounce
   * @param recipients those that it names
   */
  MailReader(String sender, List<String> recipients) {
    this.sender = sender;
    this.recipients = recipients;
  }

  /** Reads the content. */
  Mail read(byte[] content, Instant receivedAt) {
    MimeMessage message;
    try {
      message = new MimeMessage(session(), new ByteArrayInputStream(content));
    } catch (MessagingException | RuntimeException e) {
      return mail("", List.of(), "", new String(content, StandardCharsets.UTF_8), receivedAt);
    }
    readPart(message, 0);
    return mail(
        addresses(message, "From").stream().findFirst().orElse(""),
        addresses(message, "To", "Cc", "Bcc"),
        EncodedText.of(String.join(" ", headers(message, "Subject"))),
        text.toString(),
        receivedAt);
  }

  private Mail mail(
      String from, List<String> named, String subject, String body, Instant receivedAt) {
    return new Mail(
        from,
        recipients,
        subject,
        body,
        html.toString(),
        attachments,
        receivedAt.toString(),
        sender,
        named);
  }

  private static Session session() {
    Properties properties = new Properties();
    properties.setProperty("mail.mime.address.strict", "false");
    properties.setProperty("mail.mime.allowutf8", "true");
    return Session.getInstance(properties);
  }

  private void readPart(MimePart part, int depth) {
    try {
      read(part, depth);
    } catch (MessagingException | IOException | RuntimeException e) {
      append(text, EncodedText.text(raw(part), ""));
    }
  }

  private void read(MimePart part, int depth) throws MessagingException, IOException {
    ContentType type = type(part);
    String file = fileName(part, type);
    boolean attached = Part.ATTACHMENT.equalsIgnoreCase(disposition(part));
    if (attached || !file.isEmpty()) {
      attachments.add(file.isEmpty() ? type.getBaseType() : file);
    }
    if (attached) {
      return;
    }
    if (type.match("multipart/*") && depth < DEEPEST) {
      Multipart parts = (Multipart) part.getContent();
      for (int i = 0; i < parts.getCount(); i++) {
        readPart((MimeBodyPart) parts.getBodyPart(i), depth + 1);
      }
    } else if (type.match("text/html")) {
      append(html, text(part, type));
    } else if (type.match("text/plain") || depth == 0) {
      append(text, text(part, type));
    }
  }

  private static void append(StringBuilder whole, String part) {
    boolean sameLine = whole.isEmpty() || whole.charAt(whole.length() - 1) == '\n';
    whole.append(sameLine || part.isEmpty() ? "" : "\r\n").append(part);
  }

  private static String text(MimePart part, ContentType type) {
    String text = EncodedText.text(content(part), parameter(type, "charset"));
    return "flowed".equalsIgnoreCase(parameter(type, "format"))
        ? FlowedText.of(text, "yes".equalsIgnoreCase(parameter(type, "delsp")))
        : text;
  }

  private static String parameter(ContentType type, String name) {
    return Objects.requireNonNullElse(type.getParameter(name), "");
  }

  /** A type that cannot be read is that of a mail without one, RFC 2045 section 5.2. */
  private static ContentType type(MimePart part) throws MessagingException {
    String[] written = part.getHeader("Content-Type");
    try {
      return new ContentType(written == null ? "text/plain" : written[0]);
    } catch (ParseException e) {
      String start = written == null ? "" : written[0].strip().toLowerCase(Locale.ROOT);
      return new ContentType("text", start.startsWith("text/html") ? "html" : "plain", null);
    }
  }

  private static String fileName(MimePart part, ContentType type) {
    String name;
    try {
      name = part.getFileName();
    } catch (MessagingException | RuntimeException e) {
      name = type.getParameter("name");
    }
    return name == null ? "" : EncodedText.of(name);
  }

  private static String disposition(MimePart part) {
    try {
      return Objects.requireNonNullElse(part.getDisposition(), "");
    } catch (MessagingException | RuntimeException e) {
      return "";
    }
  }

  /** The decoded content; as it came when it cannot be decoded. */
  private static byte[] content(MimePart part) {
    try (InputStream in = part.getInputStream()) {
      return in.readAllBytes();
    } catch (MessagingException | IOException | RuntimeException e) {
      return raw(part);
    }
  }

  private static byte[] raw(MimePart part) {
    try (InputStream in =
        part instanceof MimeMessage message
            ? message.getRawInputStream()
            : ((MimeBodyPart) part).getRawInputStream()) {
      return in.readAllBytes();
    } catch (MessagingException | IOException | RuntimeException e) {
      return new byte[0];
    }
  }

  private static List<String> addresses(MimePart message, String... names) {
    return Arrays.stream(names)
        .flatMap(name -> headers(message, name).stream())
        .flatMap(header -> addresses(header).stream())
        .toList();
  }

  private static List<String> headers(MimePart message, String name) {
    try {
      String @Nullable [] values = message.getHeader(name);
      return values == null ? List.of() : List.of(values);
    } catch (MessagingException | RuntimeException e) {
      return List.of();
    }
  }

  private static List<String> addresses(String header) {
    try {
      return Arrays.stream(InternetAddress.parseHeader(header, false))
          .map(MailReader::address)
          .toList();
    } catch (AddressException | RuntimeException e) {
      return List.of(EncodedText.of(header).strip());
    }
  }

  private static String address(Address address) {
    return address instanceof InternetAddress internet ? internet.getAddress() : address.toString();
  }
}

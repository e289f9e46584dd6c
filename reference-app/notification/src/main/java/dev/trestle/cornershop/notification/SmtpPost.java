package dev.trestle.cornershop.notification;

import dev.trestle.cornershop.kit.DependencyUnavailable;
import dev.trestle.cornershop.kit.Reachable;
import dev.trestle.cornershop.notification.Mailer.PutOff;
import dev.trestle.cornershop.notification.Mailer.Refused;
import dev.trestle.cornershop.notification.Mailer.Sent;
import dev.trestle.cornershop.notification.Mailer.Verdict;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;

/** Hands mails to an SMTP server. */
final class SmtpPost implements Mailer.Post {
  /** The mail server's name in problems, logs and health. */
  static final String NAME = "mailbox";

  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  private final NotificationConfig.MailServer server;
  private final Session session;

  SmtpPost(NotificationConfig.MailServer server) {
    this.server = server;
    Properties properties = new Properties();
    properties.put("mail.smtp.host", server.host());
    properties.put("mail.smtp.port", Integer.toString(server.port()));
    properties.put("mail.smtp.connectiontimeout", "2000");
    properties.put("mail.smtp.timeout", "4000");
    properties.put("mail.smtp.writetimeout", "4000");
    this.session = Session.getInstance(properties);
  }

  /** Throws when the mail server is down; for {@code /health}. */
  void check() {
    Reachable.check(NAME, server.host() + ":" + server.port());
  }

  @Override
  public Verdict send(Mail mail) {
    try {
      Transport.send(message(mail));
      return new Sent();
    } catch (AddressException e) {
      return new Refused("'" + mail.recipient() + "' is not a mail address: " + e.getMessage());
    } catch (MessagingException e) {
      return verdict(e);
    }
  }

  private MimeMessage message(Mail mail) throws MessagingException {
    // The same id at every try: a mail system may tell that it has the mail already.
    MimeMessage message = new IdentifiedMessage(session, "<" + mail.id() + "@cornershop>");
    message.setFrom(new InternetAddress(server.from()));
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.recipient(), true));
    message.setSubject(mail.subject(), UTF_8);
    message.setSentDate(Date.from(Instant.now()));
    MimeBodyPart text = new MimeBodyPart();
    text.setText(mail.text(), UTF_8);
    MimeBodyPart html = new MimeBodyPart();
    html.setText(mail.html(), UTF_8, "html");
    message.setContent(new MimeMultipart("alternative", text, html));
    message.saveChanges();
    return message;
  }

  // RFC 5321, section 4.2.1: 5yz refuses for good, 4yz for now. 421 says that the server goes.
  private static Verdict verdict(MessagingException failure) {
    for (Exception e = failure; e != null; e = next(e)) {
      int code = code(e);
      if (code >= 500) {
        return new Refused(String.valueOf(e.getMessage()).trim());
      }
      if (code >= 400 && code != 421 && e instanceof SMTPAddressFailedException) {
        return new PutOff(String.valueOf(e.getMessage()).trim());
      }
    }
    throw new DependencyUnavailable(NAME, "did not take a mail", failure);
  }

  private static int code(Exception e) {
    if (e instanceof SMTPAddressFailedException address) {
      return address.getReturnCode();
    }
    return e instanceof SMTPSendFailedException send ? send.getReturnCode() : 0;
  }

  private static @Nullable Exception next(Exception e) {
    return e instanceof MessagingException messaging ? messaging.getNextException() : null;
  }

  private static final class IdentifiedMessage extends MimeMessage {
    private final String id;

    IdentifiedMessage(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }
}

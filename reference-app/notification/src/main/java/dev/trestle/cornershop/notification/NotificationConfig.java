package dev.trestle.cornershop.notification;

import dev.trestle.cornershop.kit.Environment;
import dev.trestle.cornershop.kit.Environment.DatabaseAddress;
import dev.trestle.cornershop.kit.Environment.ListenAddress;
import java.net.URI;

/** What the notification service reads from its environment. */
record NotificationConfig(
    ListenAddress listen, DatabaseAddress database, URI jwksUrl, String kafka, MailServer mail) {

  static NotificationConfig from(Environment environment) {
    return new NotificationConfig(
        environment.listenAddress(),
        environment.databaseAddress(),
        environment.uri("JWKS_URL"),
        environment.required("KAFKA_BOOTSTRAP_SERVERS"),
        new MailServer(
            environment.required("SMTP_HOST"),
            environment.integer("SMTP_PORT", 1025),
            environment.required("MAIL_FROM")));
  }

  /** Where mail is handed in, and whom it is from. */
  record MailServer(String host, int port, String from) {}
}

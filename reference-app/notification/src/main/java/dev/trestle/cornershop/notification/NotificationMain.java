package dev.trestle.cornershop.notification;

import dev.trestle.cornershop.kit.Background;
import dev.trestle.cornershop.kit.Database;
import dev.trestle.cornershop.kit.Launch;
import dev.trestle.cornershop.kit.TokenVerifier;
import dev.trestle.cornershop.kit.WebService;

/** Starts the notification service. */
public final class NotificationMain {
  private NotificationMain() {}

  /** Runs until it is told to stop. */
  public static void main(String[] args) {
    Launch.service(NotificationConfig::from, NotificationMain::start);
  }

  static WebService.Running start(NotificationConfig config) {
    Database database = Database.open(config.database());
    NotificationRepository repository = new NotificationRepository(database);
    DeadLetters deadLetters = new DeadLetters(config.kafka());
    SmtpPost post = new SmtpPost(config.mail());
    Mailer mailer = new Mailer(repository, post, deadLetters);
    Background mailing = Background.start("mailer", mailer::round);
    OrderFeed feed =
        new OrderFeed(
            config.kafka(),
            database::check,
            new NotificationService(repository, deadLetters, mailing::wake));
    return new WebService("notification", config.listen(), TokenVerifier.jwks(config.jwksUrl()))
        .database(database)
        .check(DeadLetters.NAME, feed::check)
        .check(SmtpPost.NAME, post::check)
        .closing(deadLetters)
        .closing(mailing)
        .closing(feed)
        .routes(new NotificationRoutes(repository)::register)
        .start();
  }
}

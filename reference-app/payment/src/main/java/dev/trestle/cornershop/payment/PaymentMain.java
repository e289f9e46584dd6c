package dev.trestle.cornershop.payment;

import dev.trestle.cornershop.kit.Database;
import dev.trestle.cornershop.kit.Launch;
import dev.trestle.cornershop.kit.ServiceClient;
import dev.trestle.cornershop.kit.TokenVerifier;
import dev.trestle.cornershop.kit.WebService;
import java.time.Clock;

/** Starts the payment service. */
public final class PaymentMain {
  private PaymentMain() {}

  /** Runs until it is told to stop. */
  public static void main(String[] args) {
    Launch.service(PaymentConfig::from, PaymentMain::start);
  }

  static WebService.Running start(PaymentConfig config) {
    Database database = Database.open(config.database());
    PaymentRepository repository = new PaymentRepository(database);
    Acquirer acquirer =
        new PatientAcquirer(
            new AcquirerClient(
                ServiceClient.to(
                    AcquirerClient.NAME, config.acquirerUrl(), config.limits().timeout())),
            config.limits());
    return new WebService("payment", config.listen(), TokenVerifier.jwks(config.jwksUrl()))
        .database(database)
        .routes(
            new PaymentRoutes(
                    new PaymentService(repository, acquirer),
                    new RefundService(repository, new RefundRepository(database), acquirer),
                    Clock.systemUTC())
                ::register)
        .start();
  }
}

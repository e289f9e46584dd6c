package dev.trestle.cornershop.pricing;

import dev.trestle.cornershop.kit.Database;
import dev.trestle.cornershop.kit.Launch;
import dev.trestle.cornershop.kit.TokenVerifier;
import dev.trestle.cornershop.kit.WebService;
import java.time.Clock;

/** Starts the pricing service. */
public final class PricingMain {
  private PricingMain() {}

  /** Runs until it is told to stop. */
  public static void main(String[] args) {
    Launch.service(PricingConfig::from, PricingMain::start);
  }

  static WebService.Running start(PricingConfig config) {
    Database database = Database.open(config.database());
    PricingService service =
        new PricingService(
            new PricingRepository(database), new CouponRepository(database), Clock.systemUTC());
    return new WebService("pricing", config.listen(), TokenVerifier.jwks(config.jwks()))
        .database(database)
        .routes(new PricingRoutes(service)::register)
        .start();
  }
}

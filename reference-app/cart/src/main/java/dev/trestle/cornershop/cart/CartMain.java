package dev.trestle.cornershop.cart;

import dev.trestle.cornershop.kit.Database;
import dev.trestle.cornershop.kit.Launch;
import dev.trestle.cornershop.kit.ServiceClient;
import dev.trestle.cornershop.kit.TokenVerifier;
import dev.trestle.cornershop.kit.WebService;
import java.time.Duration;

/** Starts the cart service. */
public final class CartMain {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private CartMain() {}

  /** Runs until it is told to stop. */
  public static void main(String[] args) {
    Launch.service(CartConfig::from, CartMain::start);
  }

  static WebService.Running start(CartConfig config) {
    Database database = Database.open(config.database());
    PricingClient pricing =
        new PricingClient(ServiceClient.to("pricing", config.pricing(), PATIENCE));
    CartService service = new CartService(new CartRepository(database), pricing);
    return new WebService("cart", config.listen(), TokenVerifier.jwks(config.jwks()))
        .database(database)
        .routes(new CartRoutes(service)::register)
        .start();
  }
}

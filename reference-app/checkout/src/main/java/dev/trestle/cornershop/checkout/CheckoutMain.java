package dev.trestle.cornershop.checkout;

import dev.trestle.cornershop.kit.Background;
import dev.trestle.cornershop.kit.Database;
import dev.trestle.cornershop.kit.Launch;
import dev.trestle.cornershop.kit.ServiceClient;
import dev.trestle.cornershop.kit.ServiceTokens;
import dev.trestle.cornershop.kit.TokenVerifier;
import dev.trestle.cornershop.kit.WebService;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;

/** Starts the checkout service. */
public final class CheckoutMain {
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  // The payment service itself tries the acquirer several times.
  private static final Duration PAYMENT_PATIENCE = Duration.ofSeconds(8);

  private CheckoutMain() {}

  /** Runs until it is told to stop. */
  public static void main(String[] args) {
    Launch.service(CheckoutConfig::from, CheckoutMain::start);
  }

  static WebService.Running start(CheckoutConfig config) {
    Database database = Database.open(config.database());
    OrderRepository orders = new OrderRepository(database);
    Peers peers = peers(config);
    EventPublisher publisher = new EventPublisher(config.kafka());
    OutboxRelay relay = new OutboxRelay(new OutboxRepository(database), publisher);
    Background relaying = Background.start("outbox-relay", relay::round);
    Aftermath aftermath = new Aftermath(orders, peers, relaying::wake);
    Background recovering = Background.start("recovery", new Recovery(orders, aftermath)::round);
    Saga saga = new Saga(orders, peers, aftermath, relaying::wake, recovering::wake);
    CheckoutService service =
        new CheckoutService(orders, peers.carts(), peers.pricing(), saga, Clock.systemUTC());

    return new WebService("checkout", config.listen(), TokenVerifier.jwks(config.jwksUrl()))
        .database(database)
        .check(EventPublisher.NAME, relay::check)
        .closing(publisher)
        .closing(relaying)
        .closing(recovering)
        .routes(new CheckoutRoutes(service)::register)
        .start();
  }

  private static Peers peers(CheckoutConfig config) {
    CheckoutConfig.Peers at = config.peers();
    ServiceTokens tokens =
        new ServiceTokens(
            client("identity", at.identity()),
            config.clientId(),
            config.clientSecret(),
            Clock.systemUTC());
    return new Peers(
        new CartClient(new PeerCalls(client("cart", at.cart()), tokens::token)),
        new PricingClient(new PeerCalls(client("pricing", at.pricing()), tokens::token)),
        new InventoryClient(new PeerCalls(client("inventory", at.inventory()), tokens::token)),
        new PaymentClient(
            new PeerCalls(
                ServiceClient.to("payment", at.payment(), PAYMENT_PATIENCE), tokens::token)));
  }

  private static ServiceClient client(String name, URI at) {
    return ServiceClient.to(name, at, PATIENCE);
  }
}

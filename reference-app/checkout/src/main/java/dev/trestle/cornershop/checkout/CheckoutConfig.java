package dev.trestle.cornershop.checkout;

import dev.trestle.cornershop.kit.Environment;
import dev.trestle.cornershop.kit.Environment.DatabaseAddress;
import dev.trestle.cornershop.kit.Environment.ListenAddress;
import java.net.URI;

/** What the checkout service reads from its environment. */
record CheckoutConfig(
    ListenAddress listen,
    DatabaseAddress database,
    URI jwksUrl,
    Peers peers,
    String kafka,
    String clientId,
    String clientSecret) {

  static CheckoutConfig from(Environment environment) {
    return new CheckoutConfig(
        environment.listenAddress(),
        environment.databaseAddress(),
        environment.uri("JWKS_URL"),
        new Peers(
            environment.uri("IDENTITY_URL"),
            environment.uri("CART_URL"),
            environment.uri("PRICING_URL"),
            environment.uri("INVENTORY_URL"),
            environment.uri("PAYMENT_URL")),
        environment.required("KAFKA_BOOTSTRAP_SERVERS"),
        environment.required("CLIENT_ID"),
        environment.required("CLIENT_SECRET"));
  }

  @Override
  public String toString() {
    return "checkout on " + listen + " with " + database + " and " + peers;
  }

  /** Where the services are that checkout calls. */
  record Peers(URI identity, URI cart, URI pricing, URI inventory, URI payment) {}
}

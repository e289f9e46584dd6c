package dev.trestle.cornershop.cart;

import dev.trestle.cornershop.kit.Environment;
import dev.trestle.cornershop.kit.Environment.DatabaseAddress;
import dev.trestle.cornershop.kit.Environment.ListenAddress;
import java.net.URI;

/** What the cart service reads from its environment. */
record CartConfig(ListenAddress listen, DatabaseAddress database, URI jwks, URI pricing) {
  static CartConfig from(Environment environment) {
    return new CartConfig(
        environment.listenAddress(),
        environment.databaseAddress(),
        environment.uri("JWKS_URL"),
        environment.uri("PRICING_URL"));
  }
}

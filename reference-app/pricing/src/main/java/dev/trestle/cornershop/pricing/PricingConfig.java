package dev.trestle.cornershop.pricing;

import dev.trestle.cornershop.kit.Environment;
import dev.trestle.cornershop.kit.Environment.DatabaseAddress;
import dev.trestle.cornershop.kit.Environment.ListenAddress;
import java.net.URI;

/** What the pricing service reads from its environment. */
record PricingConfig(ListenAddress listen, DatabaseAddress database, URI jwks) {
  static PricingConfig from(Environment environment) {
    return new PricingConfig(
        environment.listenAddress(), environment.databaseAddress(), environment.uri("JWKS_URL"));
  }
}

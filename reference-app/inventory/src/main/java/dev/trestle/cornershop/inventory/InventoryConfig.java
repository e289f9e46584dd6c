package dev.trestle.cornershop.inventory;

import dev.trestle.cornershop.kit.Environment;
import dev.trestle.cornershop.kit.Environment.DatabaseAddress;
import dev.trestle.cornershop.kit.Environment.ListenAddress;
import java.net.URI;
import java.time.Duration;

/** What the inventory service reads from its environment. */
record InventoryConfig(
    ListenAddress listen,
    DatabaseAddress database,
    URI jwksUrl,
    Duration reservationTtl,
    Duration sweepInterval) {

  static InventoryConfig from(Environment environment) {
    return new InventoryConfig(
        environment.listenAddress(),
        environment.databaseAddress(),
        environment.uri("JWKS_URL"),
        Duration.ofSeconds(environment.integer("RESERVATION_TTL_SECONDS", 300)),
        Duration.ofSeconds(environment.integer("RESERVATION_SWEEP_SECONDS", 5)));
  }
}

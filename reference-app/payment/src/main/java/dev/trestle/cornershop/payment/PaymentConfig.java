package dev.trestle.cornershop.payment;

import dev.trestle.cornershop.kit.Environment;
import dev.trestle.cornershop.kit.Environment.DatabaseAddress;
import dev.trestle.cornershop.kit.Environment.ListenAddress;
import java.net.URI;
import java.time.Duration;

/** What the payment service reads from its environment. */
record PaymentConfig(
    ListenAddress listen, DatabaseAddress database, URI jwksUrl, URI acquirerUrl, Limits limits) {

  static PaymentConfig from(Environment environment) {
    return new PaymentConfig(
        environment.listenAddress(),
        environment.databaseAddress(),
        environment.uri("JWKS_URL"),
        environment.uri("ACQUIRER_URL"),
        new Limits(
            Duration.ofMillis(environment.integer("ACQUIRER_TIMEOUT_MS", 1_000)),
            environment.integer("ACQUIRER_ATTEMPTS", 3),
            environment.integer("ACQUIRER_CIRCUIT_FAILURES", 20),
            Duration.ofMillis(environment.integer("ACQUIRER_CIRCUIT_OPEN_MS", 2_000))));
  }

  /**
   * How long and how often the acquirer is asked, and when it is left alone.
   *
   * @param timeout the longest that one try lasts
   * @param attempts tries for one call, the first one included
   * @param circuitFailures failed tries in a row that open the circuit
   * @param circuitOpen how long the circuit stays open before a trial
   */
  record Limits(Duration timeout, int attempts, int circuitFailures, Duration circuitOpen) {}
}

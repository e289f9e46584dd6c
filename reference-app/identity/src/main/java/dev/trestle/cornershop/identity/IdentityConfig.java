package dev.trestle.cornershop.identity;

import dev.trestle.cornershop.kit.Environment;
import dev.trestle.cornershop.kit.Environment.DatabaseAddress;
import dev.trestle.cornershop.kit.Environment.ListenAddress;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the identity service reads from its environment. */
record IdentityConfig(
    ListenAddress listen,
    DatabaseAddress database,
    String staffEmail,
    String staffPassword,
    Map<String, String> serviceClients,
    int tokenTtlSeconds) {

  static IdentityConfig from(Environment environment) {
    return new IdentityConfig(
        environment.listenAddress(),
        environment.databaseAddress(),
        environment.required("STAFF_EMAIL"),
        environment.required("STAFF_PASSWORD"),
        clients(environment.required("SERVICE_CLIENTS")),
        environment.integer("TOKEN_TTL_SECONDS", 900));
  }

  @Override
  public String toString() {
    return "identity on " + listen + " with " + database;
  }

  private static Map<String, String> clients(String list) {
    Map<String, String> clients = new LinkedHashMap<>();
    for (String client : list.isBlank() ? new String[0] : list.split(",")) {
      String[] idAndSecret = client.trim().split(":", 2);
      if (idAndSecret.length < 2 || idAndSecret[1].isEmpty()) {
        throw new IllegalArgumentException(
            "SERVICE_CLIENTS has an entry without a secret, expected 'id:secret,id:secret'");
      }
      clients.put(idAndSecret[0], idAndSecret[1]);
    }
    return Map.copyOf(clients);
  }
}

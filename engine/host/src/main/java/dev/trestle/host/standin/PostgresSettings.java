package dev.trestle.host.standin;

import dev.trestle.host.compose.ComposeService;
import dev.trestle.host.compose.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who may connect to a PostgreSQL, and to which databases.
 *
 * @param user the role of the services
 * @param password its password, empty when none is asked for
 * @param databases the databases to create
 */
record PostgresSettings(String user, String password, List<String> databases) {

  /** The settings that the official image would take from the same service. */
  static PostgresSettings of(ComposeService service) {
    Map<String, Value> environment = service.environment();
    String user = text(environment, "postgres", "POSTGRES_USER", "POSTGRESQL_USERNAME");
    String password = text(environment, "", "POSTGRES_PASSWORD", "POSTGRESQL_PASSWORD");
    Set<String> databases = new LinkedHashSet<>();
    databases.add(text(environment, user, "POSTGRES_DB", "POSTGRESQL_DATABASE"));
    service.xTrestle().databases().forEach(database -> databases.add(database.text()));
    databases.remove("postgres"); // every cluster has it
    return new PostgresSettings(user, password, List.copyOf(databases));
  }

  /** The content of {@code pg_hba.conf}. */
  String accessRules() {
    String rule = password.isEmpty() ? "trust" : "scram-sha-256";
    return "host all %s 127.0.0.1/32 trust%nhost all all 127.0.0.1/32 %s%n"
        .formatted(PostgresBinaries.ADMIN, rule);
  }

  private static String text(Map<String, Value> environment, String otherwise, String... names) {
    for (String name : names) {
      Value value = environment.get(name);
      if (value != null && !value.text().isBlank()) {
        return value.text();
      }
    }
    return otherwise;
  }
}

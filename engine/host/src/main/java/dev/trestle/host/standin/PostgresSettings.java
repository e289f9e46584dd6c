package dev.trestle.host.standin;

import dev.trestle.host.compose.ComposeService;
import dev.trestle.host.compose.Value;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Who may connect to a PostgreSQL, and to which databases.
 *
 * @param user the role of the services
 * @param password its password, empty when none is asked for
 * @param databases the databases to create
 */
record PostgresSettings(String user, String password, List<String> databases) {

  /**
   * The settings that the official image would take from the same service.
   *
   * @throws IOException when a file of one of them cannot be had; the message says which
   */
  static PostgresSettings of(ComposeService service) throws IOException {
    String user = setting(service, "postgres", "POSTGRES_USER", "POSTGRESQL_USERNAME");
    String password = setting(service, "", "POSTGRES_PASSWORD", "POSTGRESQL_PASSWORD");
    Set<String> databases = new LinkedHashSet<>();
    databases.add(setting(service, user, "POSTGRES_DB", "POSTGRESQL_DATABASE"));
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

  /** A variable, or what is in the file that {@code <variable>_FILE} names. */
  private static String setting(ComposeService service, String otherwise, String... names)
      throws IOException {
    for (String name : names) {
      Value value = service.environment().get(name);
      if (value != null && !value.text().isBlank()) {
        return value.text();
      }
      Value file = service.environment().get(name + "_FILE");
      if (file != null && !file.text().isBlank()) {
        return GrantedFile.read(service, name + "_FILE", file);
      }
    }
    return otherwise;
  }
}

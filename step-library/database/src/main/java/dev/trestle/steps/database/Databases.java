package dev.trestle.steps.database;

import dev.trestle.protocol.EnvironmentDescription;
import dev.trestle.protocol.ServiceDescription;
import dev.trestle.steps.core.StepFailure;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/** The databases of an environment; each step has a connection of its own, safe in any lane. */
final class Databases {

  private static final String POSTGRES = "jdbc:postgresql:";
  private static final String CONNECT_SECONDS = "5";
  private static final String READ_SECONDS = "30";

  private final EnvironmentDescription environment;

  Databases(EnvironmentDescription environment) {
    this.environment = environment;
  }

  /** A new connection to a database by its name, whichever service has it. */
  Connection connect(String database) {
    ServiceDescription service =
        services()
            .filter(candidate -> names(candidate).contains(database))
            .findFirst()
            .orElseThrow(() -> unknown(database));
    Map<String, String> properties = service.properties();
    String url = properties.getOrDefault("jdbc.url", "") + database;
    try {
      Connection connection = DriverManager.getConnection(url, login(properties, url));
      connection.setAutoCommit(true);
      if (url.startsWith(POSTGRES)) {
        inUtc(connection);
      }
      return connection;
    } catch (SQLException e) {
      throw StepFailure.of("Database '" + database + "' cannot be reached.")
          .evidence(url + " (service '" + service.name() + "'): " + e.getMessage())
          .fix("Find out whether service '" + service.name() + "' still runs.")
          .causedBy(e);
    }
  }

  /** The driver would take the time zone of this machine, and a feature would depend on it. */
  private static void inUtc(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET TIME ZONE 'UTC'");
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  private static Properties login(Map<String, String> properties, String url) {
    Properties login = new Properties();
    login.setProperty("user", properties.getOrDefault("jdbc.user", ""));
    login.setProperty("password", properties.getOrDefault("jdbc.password", ""));
    if (url.startsWith(POSTGRES)) {
      // Texts in features fit columns of any type: the server decides what they are.
      login.setProperty("stringtype", "unspecified");
      login.setProperty("connectTimeout", CONNECT_SECONDS);
      login.setProperty("socketTimeout", READ_SECONDS);
      login.setProperty("ApplicationName", "trestle");
    }
    return login;
  }

  private Stream<ServiceDescription> services() {
    return environment.services().stream()
        .filter(service -> service.kind() == ServiceDescription.Kind.DATABASE);
  }

  private static List<String> names(ServiceDescription service) {
    return Stream.of(service.properties().getOrDefault("databases", "").split(","))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .toList();
  }

  private StepFailure unknown(String database) {
    List<String> known =
        services()
            .flatMap(
                service ->
                    names(service).stream().map(name -> name + " (of " + service.name() + ")"))
            .toList();
    return StepFailure.of("Database '" + database + "' is unknown.")
        .evidence(
            known.isEmpty()
                ? "The environment has no database service."
                : "Databases of the environment: " + String.join(", ", known) + ".")
        .fix("Correct the name in the step, or add it to x-trestle.databases in the Compose file.");
  }
}

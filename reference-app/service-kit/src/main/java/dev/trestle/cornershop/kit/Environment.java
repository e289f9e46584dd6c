package dev.trestle.cornershop.kit;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads a service's configuration from environment variables and names every variable that is
 * wrong.
 */
public final class Environment {
  private final Map<String, String> variables;
  private final List<String> complaints = new ArrayList<>();

  private Environment(Map<String, String> variables) {
    this.variables = variables;
  }

  /**
   * Builds a configuration from the variables.
   *
   * @throws BadEnvironment naming all missing and malformed variables at once
   */
  public static <T> T read(Map<String, String> variables, Function<Environment, T> reader) {
    Environment environment = new Environment(variables);
    T configuration = environment.attempt(reader);
    if (configuration == null || !environment.complaints.isEmpty()) {
      throw new BadEnvironment(environment.complaints);
    }
    return configuration;
  }

  private <T> @Nullable T attempt(Function<Environment, T> reader) {
    try {
      return reader.apply(this);
    } catch (IllegalArgumentException e) {
      complaints.add(String.valueOf(e.getMessage()));
      return null;
    }
  }

  /** The variable's text; a missing or blank one is a complaint. */
  public String required(String name) {
    String value = variables.getOrDefault(name, "");
    if (value.isBlank()) {
      complaints.add(name + " is not set");
    }
    return value;
  }

  /** The variable's text, or the default when it is missing or blank. */
  public String optional(String name, String byDefault) {
    String value = variables.getOrDefault(name, "");
    return value.isBlank() ? byDefault : value;
  }

  /** The variable as a whole number, or the default when it is missing. */
  public int integer(String name, int byDefault) {
    String value = optional(name, Integer.toString(byDefault));
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException e) {
      complaints.add(name + " is '" + value + "', expected a whole number");
      return byDefault;
    }
  }

  /** The variable as an absolute http or https URI without a trailing slash. */
  public URI uri(String name) {
    String value = required(name).replaceAll("/+$", "");
    if (!value.isEmpty() && !value.matches("https?://[^\\s/]+(/\\S*)?")) {
      complaints.add(name + " is '" + value + "', expected a URL such as http://host:8080");
      return URI.create("");
    }
    return URI.create(value);
  }

  /** Where the service listens, from HOST and PORT. */
  public ListenAddress listenAddress() {
    return new ListenAddress(optional("HOST", "0.0.0.0"), integer("PORT", 8080));
  }

  /**
   * How to reach the service's database, from DATABASE_URL, DATABASE_USER and DATABASE_PASSWORD.
   */
  public DatabaseAddress databaseAddress() {
    return new DatabaseAddress(
        required("DATABASE_URL"), required("DATABASE_USER"), required("DATABASE_PASSWORD"));
  }

  /** A host and a port to listen on; port 0 takes any free one. */
  public record ListenAddress(String host, int port) {}

  /** A JDBC URL with its credentials. */
  public record DatabaseAddress(String url, String user, String password) {
    @Override
    public String toString() {
      return url + " as " + user;
    }
  }

  /** The environment lacks variables or has malformed ones. */
  public static final class BadEnvironment extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadEnvironment(List<String> complaints) {
      super(
          "The environment is incomplete: "
              + String.join("; ", complaints)
              + ". Set these variables and start again.");
    }
  }
}

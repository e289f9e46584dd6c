package dev.trestle.protocol;

import java.util.Map;

/**
 * One service of the running environment.
 *
 * @param name the name in the Compose file
 * @param kind what it is to the test
 * @param endpoints where the test reaches it: port as in the Compose file, such as {@code 8080}, to
 *     {@code 127.0.0.1:32771}
 * @param properties what a client needs beyond an address: {@code jdbc.url} (ending in {@code /},
 *     the database's name follows), {@code jdbc.user}, {@code jdbc.password}, {@code databases}
 *     (comma-separated), {@code bootstrap.servers}, {@code amqp.uri}, {@code openapi} (the path of
 *     its document), {@code port} (the main one of the endpoints)
 */
public record ServiceDescription(
    String name, Kind kind, Map<String, String> endpoints, Map<String, String> properties) {

  /** The property with the absolute path of the service's OpenAPI document. */
  public static final String OPENAPI = "openapi";

  /** The property with the main one of several ports, as in the Compose file. */
  public static final String PORT = "port";

  /** What a service is to the test. */
  public enum Kind {
    /** A service of the system under test. */
    SERVICE,
    /** A database. */
    DATABASE,
    /** A message broker. */
    BROKER,
    /** The mailbox that takes the system's mail. */
    MAILBOX,
    /** A third party served from stub mappings. */
    STUB
  }

  /** Keeps unmodifiable copies. */
  public ServiceDescription {
    endpoints = Map.copyOf(endpoints);
    properties = Map.copyOf(properties);
  }
}

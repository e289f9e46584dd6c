package dev.trestle.host.compose;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Maps {@code x-trestle.edges}, and checks what they name. */
final class EdgesMapper {
  private static final Keys KEYS =
      Keys.of("to", "port", "protocol", "host-variable", "port-variable");
  private static final Pattern ADDRESS =
      Pattern.compile("(?:(?<scheme>[a-z]+)://)?(?<host>[^:/\\s]+)(?::(?<port>[0-9]+))?/?");
  private static final String EXAMPLE =
      "Write http://pricing:8080, or { to: pricing, port: 8080, host-variable: PRICING_HOST,"
          + " port-variable: PRICING_PORT }.";

  private EdgesMapper() {}

  static List<ToldEdge> map(Field edges, Warnings warnings) {
    List<ToldEdge> told = new ArrayList<>();
    for (Field edge : edges.items()) {
      told.add(edge.isMapping() ? of(edge, warnings) : ofAddress(edge));
    }
    return told;
  }

  private static ToldEdge ofAddress(Field edge) {
    Matcher address = ADDRESS.matcher(edge.text());
    if (!address.matches()) {
      throw edge.error("an edge is no address", "It is '" + edge.text() + "'.", EXAMPLE);
    }
    String port = address.group("port");
    if (port == null) {
      throw edge.error("an edge has no port", "It is '" + edge.text() + "'.", EXAMPLE);
    }
    Node.Scalar number = ((Node.Scalar) edge.node()).with(port);
    return new ToldEdge(
        address.group("host"),
        new Field(edge.key(), number).port(),
        "http".equals(address.group("scheme")),
        null,
        null,
        edge.position());
  }

  private static ToldEdge of(Field edge, Warnings warnings) {
    KEYS.check(edge, warnings);
    String provider = needed(edge, "to").text();
    int port = needed(edge, "port").port();
    Field host = edge.get("host-variable");
    Field number = edge.get("port-variable");
    if (host != null && number == null) {
      throw edge.error(
          "an edge has a host-variable and no port-variable",
          "The port of the edge's proxy is another one than " + port + ".",
          "Add the variable in which the service finds the port as port-variable.");
    }
    return new ToldEdge(
        provider, port, isHttp(edge.get("protocol")), text(host), text(number), edge.position());
  }

  private static Field needed(Field edge, String key) {
    Field field = edge.get(key);
    if (field == null) {
      throw edge.error(
          "an edge does not say '" + key + "'",
          "It has the keys: " + String.join(", ", edge.entries().keySet()) + ".",
          EXAMPLE);
    }
    return field;
  }

  private static boolean isHttp(@Nullable Field protocol) {
    if (protocol == null || protocol.text().equals("http")) {
      return true;
    }
    if (protocol.text().equals("tcp")) {
      return false;
    }
    throw protocol.error(
        "the protocol '" + protocol.text() + "' of an edge is not known",
        Suggestion.among("Protocols", protocol.text(), List.of("http", "tcp")),
        "Use http for HTTP/1.1 without encryption, and tcp for everything else.");
  }

  private static @Nullable String text(@Nullable Field field) {
    return field == null ? null : field.text();
  }

  /** Refuses a variable that a service does not have. */
  static void checkVariables(ComposeService service) {
    Set<String> known = new LinkedHashSet<>(service.environment().keySet());
    ProcessCommand process = service.xTrestle().process();
    if (process != null) {
      known.addAll(process.environment().keySet());
    }
    for (ToldEdge edge : service.xTrestle().edges()) {
      check(service, edge, edge.hostVariable(), known);
      check(service, edge, edge.portVariable(), known);
    }
  }

  private static void check(
      ComposeService service, ToldEdge edge, @Nullable String variable, Set<String> known) {
    if (variable != null && !known.contains(variable)) {
      throw Problem.at(
          edge.position(),
          key(service),
          "the variable '%s' of an edge is none of service '%s'"
              .formatted(variable, service.name()),
          Suggestion.among("Its variables", variable, known),
          "Correct the name, or set it in the service's environment.");
    }
  }

  /** Refuses a provider that no file defines. */
  static void checkProviders(Map<String, ComposeService> services) {
    Set<String> known = new LinkedHashSet<>(services.keySet());
    services.values().forEach(service -> known.addAll(service.aliases()));
    for (ComposeService service : services.values()) {
      for (ToldEdge edge : service.xTrestle().edges()) {
        if (!known.contains(edge.provider())) {
          throw Problem.at(
              edge.position(),
              key(service),
              "service '%s' has an edge to '%s', which is not defined"
                  .formatted(service.name(), edge.provider()),
              Suggestion.among("Defined services", edge.provider(), known),
              "Correct the name, or add the service.");
        }
      }
    }
  }

  private static String key(ComposeService service) {
    return "services." + service.name() + ".x-trestle.edges";
  }
}

package dev.trestle.host.environment;

import dev.trestle.host.contract.MessageContract;
import dev.trestle.host.edge.Edge;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The services whose messages an AsyncAPI document describes, and the brokers that they go to. */
final class Publishers {

  private static final String SERVERS = "bootstrap.servers";

  private final Map<String, Part> parts;
  private final List<Edge> edges;

  Publishers(Map<String, Part> parts, List<Edge> edges) {
    this.parts = parts;
    this.edges = edges;
  }

  /** One for each document and broker. */
  List<MessageContract> contracts() {
    List<MessageContract> found = new ArrayList<>();
    for (Part part : parts.values()) {
      Path document = part.service().xTrestle().asyncapi();
      if (document != null) {
        String provider = part.service().name();
        for (String broker : brokers(provider)) {
          String servers = parts.get(broker).properties().get(SERVERS);
          found.add(new MessageContract(provider, reader(provider, broker), document, servers));
        }
      }
    }
    return found;
  }

  /** Itself, those that it is connected to, or else all there are. */
  private List<String> brokers(String provider) {
    List<String> all = parts.keySet().stream().filter(this::isBroker).toList();
    if (all.contains(provider)) {
      return List.of(provider);
    }
    List<String> connected =
        all.stream()
            .filter(broker -> edges.stream().anyMatch(edge -> edge.isBetween(provider, broker)))
            .toList();
    return connected.isEmpty() ? all : connected;
  }

  private boolean isBroker(String name) {
    return parts.get(name).properties().containsKey(SERVERS);
  }

  /** The only other service at the broker, empty when there are several. */
  private String reader(String provider, String broker) {
    List<String> others =
        edges.stream()
            .filter(edge -> edge.provider().equals(broker))
            .map(Edge::consumer)
            .filter(consumer -> !consumer.equals(provider) && !consumer.equals(Edge.TEST))
            .distinct()
            .toList();
    return others.size() == 1 ? others.get(0) : "";
  }
}

package dev.trestle.host.standin;

import dev.trestle.host.compose.ComposeService;
import dev.trestle.host.compose.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PrimitiveIterator;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Kafka in a container. Brokers tell clients where to go on: so it gets one listener more for the
 * test, and one for each consumer, who is told its edge.
 */
final class ContainedKafka implements Contained {

  private static final int OUTSIDE = 29_092;
  private static final String CONFLUENT = "KAFKA_";
  private static final Pattern PORT = Pattern.compile(":([0-9]{1,5})\\b");
  private static final String BITNAMI = "KAFKA_CFG_";

  /** A listener for connections from outside, and where it is published. */
  private record Outside(String name, int port, String shown, int local) {}

  @Override
  public Opening open(
      ComposeService service, int port, int local, List<StandInRequest.Listener> edges) {
    IntSupplier free = free(service);
    List<Outside> outside = new ArrayList<>();
    outside.add(new Outside("TRESTLE", free.getAsInt(), "127.0.0.1:" + local, local));
    for (StandInRequest.Listener edge : edges) {
      String name = "EDGE" + outside.size();
      outside.add(new Outside(name, free.getAsInt(), edge.shown(), edge.port()));
    }
    Map<Integer, Integer> ports = new LinkedHashMap<>();
    outside.forEach(each -> ports.put(each.port(), each.local()));
    return new Opening(variables(service, outside), ports);
  }

  /** Ports of the container that the broker does not use itself. */
  private static IntSupplier free(ComposeService service) {
    Set<Integer> used = new HashSet<>(service.exposedPorts());
    service.ports().forEach(mapping -> used.add(mapping.target()));
    service.environment().values().stream()
        .flatMap(value -> PORT.matcher(value.text()).results())
        .forEach(port -> used.add(Integer.parseInt(port.group(1))));
    PrimitiveIterator.OfInt ports =
        IntStream.iterate(OUTSIDE, port -> port + 1)
            .filter(port -> !used.contains(port))
            .iterator();
    return ports::nextInt;
  }

  private static Map<String, String> variables(ComposeService service, List<Outside> outside) {
    Map<String, Value> own = service.environment();
    String prefix =
        own.keySet().stream().anyMatch(name -> name.startsWith(BITNAMI)) ? BITNAMI : CONFLUENT;
    Map<String, String> variables = new LinkedHashMap<>();
    if (own.keySet().stream().noneMatch(name -> name.startsWith(CONFLUENT))) {
      variables.putAll(alone(service.name()));
    }
    String listeners = prefix + "LISTENERS";
    String advertised = prefix + "ADVERTISED_LISTENERS";
    String protocols = prefix + "LISTENER_SECURITY_PROTOCOL_MAP";
    put(variables, own, listeners, "PLAINTEXT://:9092");
    put(variables, own, advertised, "PLAINTEXT://" + service.name() + ":9092");
    put(variables, own, protocols, "PLAINTEXT:PLAINTEXT");
    for (Outside each : outside) {
      variables.merge(listeners, each.name() + "://:" + each.port(), ContainedKafka::both);
      variables.merge(advertised, each.name() + "://" + each.shown(), ContainedKafka::both);
      variables.merge(protocols, each.name() + ":PLAINTEXT", ContainedKafka::both);
    }
    return variables;
  }

  /** The image's own defaults, which it drops as soon as one variable is given. */
  private static Map<String, String> alone(String name) {
    Map<String, String> defaults = new LinkedHashMap<>();
    defaults.put("KAFKA_NODE_ID", "1");
    defaults.put("KAFKA_PROCESS_ROLES", "broker,controller");
    defaults.put("KAFKA_LISTENERS", "PLAINTEXT://:9092,CONTROLLER://:9093");
    defaults.put("KAFKA_ADVERTISED_LISTENERS", "PLAINTEXT://" + name + ":9092");
    defaults.put("KAFKA_CONTROLLER_LISTENER_NAMES", "CONTROLLER");
    defaults.put("KAFKA_CONTROLLER_QUORUM_VOTERS", "1@localhost:9093");
    defaults.put(
        "KAFKA_LISTENER_SECURITY_PROTOCOL_MAP", "CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT");
    defaults.put("KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR", "1");
    defaults.put("KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR", "1");
    defaults.put("KAFKA_TRANSACTION_STATE_LOG_MIN_ISR", "1");
    defaults.put("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0");
    return defaults;
  }

  private static void put(
      Map<String, String> variables, Map<String, Value> own, String name, String otherwise) {
    Value written = own.get(name);
    if (written == null) {
      variables.putIfAbsent(name, otherwise);
    } else {
      variables.put(name, written.text());
    }
  }

  private static String both(String known, String more) {
    return known + "," + more;
  }

  @Override
  public Map<String, String> prepare(ComposeService service, int local, Duration timeout) {
    return Map.of("bootstrap.servers", "127.0.0.1:" + local);
  }
}

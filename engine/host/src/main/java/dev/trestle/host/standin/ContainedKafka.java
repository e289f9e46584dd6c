package dev.trestle.host.standin;

import dev.trestle.host.compose.ComposeService;
import dev.trestle.host.compose.Value;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Kafka in a container. Brokers tell clients where to go on, and containers call it by another name
 * than the test: so it gets one listener more.
 */
final class ContainedKafka implements Contained {

  private static final int OUTSIDE = 29_092;
  private static final String LISTENER = "TRESTLE";
  private static final String CONFLUENT = "KAFKA_";
  private static final String BITNAMI = "KAFKA_CFG_";

  @Override
  public int outside(int port) {
    return OUTSIDE;
  }

  @Override
  public Map<String, String> variables(ComposeService service, int local) {
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
    add(variables, own, listeners, "PLAINTEXT://:9092", LISTENER + "://:" + OUTSIDE);
    String inside = "PLAINTEXT://" + service.name() + ":9092";
    add(variables, own, advertised, inside, LISTENER + "://127.0.0.1:" + local);
    add(variables, own, protocols, "PLAINTEXT:PLAINTEXT", LISTENER + ":PLAINTEXT");
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

  private static void add(
      Map<String, String> variables,
      Map<String, Value> own,
      String name,
      String otherwise,
      String listener) {
    Value written = own.get(name);
    String known = written == null ? variables.getOrDefault(name, otherwise) : written.text();
    variables.put(name, known + "," + listener);
  }

  @Override
  public Map<String, String> prepare(ComposeService service, int local, Duration timeout) {
    return Map.of("bootstrap.servers", "127.0.0.1:" + local);
  }
}

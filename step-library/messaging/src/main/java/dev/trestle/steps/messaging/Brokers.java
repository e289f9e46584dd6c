package dev.trestle.steps.messaging;

import dev.trestle.protocol.EnvironmentDescription;
import dev.trestle.protocol.ServiceDescription;
import dev.trestle.steps.core.StepFailure;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The brokers that this JVM is connected to; the connections end with the JVM. */
final class Brokers {

  private static final String SERVERS = "bootstrap.servers";
  private static final Map<String, Broker> CONNECTED = new ConcurrentHashMap<>();

  private Brokers() {}

  /** The environment's broker. */
  static Broker of(EnvironmentDescription environment) {
    ServiceDescription service =
        environment.services().stream()
            .filter(Brokers::isKafka)
            .findFirst()
            .orElseThrow(() -> none(environment));
    String servers = service.properties().getOrDefault(SERVERS, "");
    return CONNECTED.computeIfAbsent(servers, absent -> connect(service.name(), servers));
  }

  private static boolean isKafka(ServiceDescription service) {
    return service.kind() == ServiceDescription.Kind.BROKER
        && service.properties().containsKey(SERVERS);
  }

  private static Broker connect(String name, String servers) {
    Broker broker = new Broker(name, servers);
    Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "close-" + name));
    return broker;
  }

  private static StepFailure none(EnvironmentDescription environment) {
    return StepFailure.of("The environment has no Kafka broker.")
        .evidence("Its services: " + String.join(", ", environment.names()) + ".")
        .fix("Add a Kafka service to the Compose file.");
  }
}

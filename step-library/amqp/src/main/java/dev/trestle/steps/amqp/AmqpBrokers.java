package dev.trestle.steps.amqp;

import dev.trestle.protocol.EnvironmentDescription;
import dev.trestle.protocol.ServiceDescription;
import dev.trestle.steps.core.StepFailure;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The AMQP brokers that this JVM is connected to; the connections end with the JVM. */
final class AmqpBrokers {

  private static final String URI = "amqp.uri";
  private static final String PORT = "5672";
  private static final Map<String, AmqpBroker> CONNECTED = new ConcurrentHashMap<>();

  private AmqpBrokers() {}

  /**
   * The environment's broker: the first service with the property {@code amqp.uri}, or with the
   * port 5672 and RabbitMQ's default user.
   */
  static AmqpBroker of(EnvironmentDescription environment) {
    return environment.services().stream()
        .filter(service -> !uri(service).isEmpty())
        .findFirst()
        .map(service -> connected(service.name(), uri(service)))
        .orElseThrow(() -> none(environment));
  }

  private static String uri(ServiceDescription service) {
    String endpoint = service.endpoints().get(PORT);
    return service
        .properties()
        .getOrDefault(URI, endpoint == null ? "" : "amqp://guest:guest@" + endpoint);
  }

  private static AmqpBroker connected(String name, String uri) {
    return CONNECTED.computeIfAbsent(
        uri,
        absent -> {
          AmqpBroker broker = new AmqpBroker(name, uri);
          Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "close-" + name));
          return broker;
        });
  }

  private static StepFailure none(EnvironmentDescription environment) {
    return StepFailure.of("The environment has no AMQP broker.")
        .evidence("Its services: " + String.join(", ", environment.names()) + ".")
        .fix("Add a RabbitMQ service with the port 5672 to the Compose file.");
  }
}

package dev.trestle.steps.amqp.glue;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.MessageProperties;
import dev.trestle.steps.core.ScenarioScope;
import io.cucumber.java.en.Given;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** What a service declares at its start. */
public final class TopologySteps {

  private final ScenarioScope scope = ScenarioScope.current();

  private interface Declaration {
    void on(Channel channel) throws Exception;
  }

  private void declare(boolean stay, Declaration declaration) throws Exception {
    ConnectionFactory factory = new ConnectionFactory();
    factory.setUri(
        "amqp://guest:guest@" + scope.environment().services().get(0).endpoints().get("5672"));
    Connection connection = factory.newConnection();
    Channel channel = connection.createChannel();
    declaration.on(channel);
    if (stay) {
      scope.onEnd("end the service", connection);
    } else {
      connection.close();
    }
  }

  @Given("the exchange {string} is there")
  public void exchange(String name) throws Exception {
    declare(false, channel -> channel.exchangeDeclare(name, "topic", true));
  }

  @Given("the queue {string} is there")
  public void queue(String name) throws Exception {
    declare(false, channel -> channel.queueDeclare(name, true, false, false, Map.of()));
  }

  @Given("a service consumes the queue {string}")
  public void consumer(String name) throws Exception {
    declare(
        true,
        channel -> {
          channel.queueDeclare(name, true, false, false, Map.of());
          channel.basicConsume(name, true, (tag, delivery) -> {}, tag -> {});
        });
  }

  @Given("the order {string}")
  public void order(String id) {
    scope.set("order", scope.resolve(id));
  }

  /** Publishes what makes both places those of a case in which every Then step must be red. */
  @Given("the exchange and the queue of the case {word}")
  public void world(String world) throws Exception {
    String order = scope.resolve("${order}");
    declare(
        false,
        channel -> {
          for (String body : bodies(world, order)) {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            String key = world.equals("EMPTY") ? "" : "other.placed";
            channel.basicPublish("orders", key, MessageProperties.BASIC, bytes);
            channel.basicPublish("", "orders.dead", MessageProperties.BASIC, bytes);
          }
        });
  }

  private static List<String> bodies(String world, String order) {
    return switch (world) {
      case "DIFFERENT" -> Collections.nCopies(2, "{\"orderId\": \"" + order + "\", \"total\": 0}");
      case "ABSENT" -> List.of("{}");
      case "EMPTY" -> List.of("", "{\"orderId\": \"\", \"total\": \"\"}");
      case "NULL" ->
          List.of("null", "{\"orderId\": null, \"total\": null, \"of\": \"" + order + "\"}");
      case "WRONG_TYPE" ->
          List.of(order, "{\"orderId\": [\"" + order + "\"], \"total\": {\"a\": 750}}");
      default -> throw new IllegalArgumentException(world);
    };
  }
}

package dev.trestle.steps.amqp;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Delivery;
import com.rabbitmq.client.LongString;
import dev.trestle.steps.core.messages.Message;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The newest messages of an exchange or a queue. */
final class Received {

  private static final int MOST_MESSAGES = 20_000;

  private final Deque<Message> messages = new ArrayDeque<>();

  /** Keeps a message; the broker's threads call it. */
  void add(Delivery delivery) {
    Message message = message(delivery);
    synchronized (this) {
      messages.addLast(message);
      if (messages.size() > MOST_MESSAGES) {
        messages.removeFirst();
      }
    }
  }

  /** Never fails: a message that cannot be read would take those after it with it. */
  private static Message message(Delivery delivery) {
    Map<String, List<@Nullable Object>> headers = new LinkedHashMap<>();
    AMQP.BasicProperties properties = delivery.getProperties();
    Map<String, Object> given = properties == null ? null : properties.getHeaders();
    if (given != null) {
      given.forEach(
          (name, value) -> {
            List<@Nullable Object> values = new ArrayList<>();
            values.add(plain(value));
            headers.put(name, values);
          });
    }
    String body = new String(delivery.getBody(), StandardCharsets.UTF_8);
    return Message.of(delivery.getEnvelope().getRoutingKey(), headers, body);
  }

  /** A value of a header, https://www.rabbitmq.com/amqp-0-9-1-errata, as JSON has it. */
  private static @Nullable Object plain(@Nullable Object value) {
    if (value == null || value instanceof Number || value instanceof Boolean) {
      return value;
    }
    if (value instanceof LongString text) {
      return new String(text.getBytes(), StandardCharsets.UTF_8);
    }
    if (value instanceof byte[] bytes) {
      return new String(bytes, StandardCharsets.UTF_8);
    }
    if (value instanceof java.util.Date date) {
      return date.toInstant().toString();
    }
    if (value instanceof List<?> items) {
      List<@Nullable Object> plain = new ArrayList<>();
      items.forEach(item -> plain.add(plain(item)));
      return plain;
    }
    if (value instanceof Map<?, ?> table) {
      Map<String, @Nullable Object> plain = new LinkedHashMap<>();
      table.forEach((name, item) -> plain.put(String.valueOf(name), plain(item)));
      return plain;
    }
    return String.valueOf(value);
  }

  synchronized List<Message> all() {
    return List.copyOf(messages);
  }
}

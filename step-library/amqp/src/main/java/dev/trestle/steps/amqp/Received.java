package dev.trestle.steps.amqp;

import com.rabbitmq.client.AMQP;
import dev.trestle.steps.core.messages.Message;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The newest messages of an exchange or a queue. */
final class Received {

  private static final int MOST_MESSAGES = 20_000;

  private final Deque<Message> messages = new ArrayDeque<>();

  /** Keeps a message; the broker's threads call it. */
  synchronized void add(String key, AMQP.BasicProperties properties, byte[] body) {
    Map<String, String> headers = new LinkedHashMap<>();
    Map<String, Object> given = properties.getHeaders();
    if (given != null) {
      given.forEach((name, value) -> headers.put(name, String.valueOf(value)));
    }
    messages.addLast(Message.of(key, headers, new String(body, StandardCharsets.UTF_8)));
    if (messages.size() > MOST_MESSAGES) {
      messages.removeFirst();
    }
  }

  synchronized List<Message> all() {
    return List.copyOf(messages);
  }
}

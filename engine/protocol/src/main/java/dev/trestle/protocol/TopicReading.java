package dev.trestle.protocol;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How Trestle reads the topics of a Kafka broker, for the host and for steps alike: without a
 * group, so that no service's consumption is touched, only what was committed, and as bytes, so
 * that no message stops those after it.
 */
public final class TopicReading {

  private TopicReading() {}

  /**
   * The consumer's settings, https://kafka.apache.org/documentation/#consumerconfigs.
   *
   * @param servers the broker's address
   * @param client the name by which the broker's log calls the consumer
   */
  public static Map<String, Object> settings(String servers, String client) {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("bootstrap.servers", servers);
    settings.put("client.id", client);
    settings.put("isolation.level", "read_committed");
    settings.put("enable.auto.commit", false);
    settings.put("allow.auto.create.topics", false);
    settings.put("auto.offset.reset", "earliest");
    settings.put("reconnect.backoff.max.ms", 500);
    return settings;
  }

  /**
   * The text of a key, a header or a value. It never fails: what is not UTF-8 is shown as
   * replacement characters.
   *
   * @param bytes null when there is no value, which is not an empty text
   */
  public static @Nullable String text(byte @Nullable [] bytes) {
    return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
  }
}

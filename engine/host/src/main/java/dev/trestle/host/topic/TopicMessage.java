package dev.trestle.host.topic;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message of a topic.
 *
 * @param topic the topic
 * @param headers its headers as text; of several with one name the last
 * @param payload its value as text, null when it has none
 * @param bytes the length of its value
 */
public record TopicMessage(
    String topic, Map<String, String> headers, @Nullable String payload, int bytes) {}

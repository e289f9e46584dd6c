package dev.trestle.steps.core.messages;

import dev.trestle.protocol.Secrets;
import dev.trestle.steps.core.StepFailure;
import dev.trestle.steps.core.compare.Pair;
import dev.trestle.steps.core.compare.SideBySide;
import dev.trestle.steps.core.json.JsonCheck;
import dev.trestle.steps.core.json.JsonDocument.Found;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a message looks like that a feature asks for.
 *
 * @param rows paths and values
 */
record MessagePattern(List<Pair> rows) {

  MessagePattern {
    if (rows.isEmpty()) {
      throw StepFailure.of("The step's table is empty.")
          .evidence("Without a row every message would have all values.")
          .fix("Write the values that the message must have, such as '| $.id | 7 |'.");
    }
  }

  /** Whether a message has all values. */
  boolean matches(Message message) {
    return score(message) == rows.size();
  }

  private long score(Message message) {
    return rows.stream().filter(row -> matches(row, message)).count();
  }

  private static boolean matches(Pair row, Message message) {
    return message.at(row.name()).stream().anyMatch(it -> JsonCheck.matches(it, row.value()));
  }

  /** The message with most of the values beside what was expected, or that there is none. */
  String closest(List<Message> messages) {
    return messages.stream()
        .max(Comparator.comparingLong(this::score))
        .map(message -> "The closest of " + messages.size() + ":\n" + beside(message))
        .orElse("There are no messages.");
  }

  private String beside(Message message) {
    List<String> expected =
        rows.stream()
            .map(row -> row.name() + "  " + Secrets.compared(row.name(), row.value()))
            .toList();
    List<String> actual = rows.stream().map(row -> named(row, shown(row, message))).toList();
    return SideBySide.of(expected, actual);
  }

  /** What a secret is, its name tells; whether it differs, its fingerprint does. */
  private static String named(Pair row, String value) {
    return row.name() + "  " + Secrets.compared(row.name(), value);
  }

  private static String shown(Pair row, Message message) {
    if (matches(row, message)) {
      return Secrets.compared(row.name(), row.value());
    }
    List<Found> found = message.at(row.name());
    return found.isEmpty()
        ? JsonCheck.shown(Found.NOTHING)
        : found.stream()
            .map(it -> JsonCheck.differing(row.name(), it, row.value()).distinctActual())
            .collect(Collectors.joining(" and "));
  }
}

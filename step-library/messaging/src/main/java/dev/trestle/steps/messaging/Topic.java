package dev.trestle.steps.messaging;

import dev.trestle.steps.core.ScenarioScope;
import dev.trestle.steps.core.StepFailure;
import dev.trestle.steps.core.compare.Pair;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntPredicate;
import org.apache.kafka.common.KafkaException;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** A topic as a scenario sees it. */
final class Topic {

  private static final Duration BOUND = Duration.ofSeconds(10);
  private static final Duration POLL = Duration.ofMillis(50);

  private final ScenarioScope scope;
  private final String name;
  private final Broker broker;

  Topic(String name, ScenarioScope scope) {
    this.scope = scope;
    this.name = scope.resolve(name);
    this.broker = Brokers.of(scope.environment());
  }

  void publish(String key, String value) {
    String resolvedKey = scope.resolve(key);
    String resolved = scope.resolve(value);
    broker.publish(name, resolvedKey, resolved, scope.newTraceparent());
    scope.attach("Message to " + name + ", key " + resolvedKey, "text/plain", resolved);
  }

  /** Waits until a message has all values. */
  void has(List<Pair> rows) {
    MessagePattern pattern = pattern(rows);
    List<Message> all = await(pattern, count -> count > 0);
    if (count(pattern, all) == 0) {
      throw failure("has no such message within 10 s", pattern, all);
    }
    all.stream()
        .filter(pattern::matches)
        .findFirst()
        .ifPresent(message -> scope.attach("Message of " + name, "text/plain", message.value()));
  }

  /** Waits until so many messages have all values; more are a failure at once. */
  void hasExactly(int wanted, List<Pair> rows) {
    MessagePattern pattern = pattern(rows);
    List<Message> all = await(pattern, count -> count >= wanted);
    int found = count(pattern, all);
    if (found != wanted) {
      throw failure("has " + found + " such messages, not " + wanted, pattern, all);
    }
  }

  /** Checks that no message that is there now has all values. */
  void hasNone(List<Pair> rows) {
    MessagePattern pattern = pattern(rows);
    List<Message> all = read();
    int found = count(pattern, all);
    if (found > 0) {
      throw failure("has " + found + " such messages, and must have none", pattern, all);
    }
  }

  /** Reads until there are enough messages or the bound is over; a topic may come meanwhile. */
  private List<Message> await(MessagePattern pattern, IntPredicate enough) {
    AtomicReference<List<Message>> all = new AtomicReference<>(read());
    if (enough.test(count(pattern, all.get()))) {
      return all.get();
    }
    try {
      Awaitility.await()
          .dontCatchUncaughtExceptions()
          .pollInSameThread()
          .pollDelay(POLL)
          .pollInterval(POLL)
          .atMost(BOUND)
          .until(() -> enough.test(count(pattern, all.updateAndGet(before -> read()))));
    } catch (ConditionTimeoutException e) {
      // What was read says more.
      return all.get();
    }
    return all.get();
  }

  private List<Message> read() {
    try {
      return broker.topic(name).read();
    } catch (KafkaException e) {
      throw StepFailure.of("Topic '" + name + "' cannot be read.")
          .evidence("Broker '" + broker.name() + "': " + e)
          .fix("Find out whether service '" + broker.name() + "' still runs.")
          .causedBy(e);
    }
  }

  private static int count(MessagePattern pattern, List<Message> messages) {
    return (int) messages.stream().filter(pattern::matches).count();
  }

  private MessagePattern pattern(List<Pair> rows) {
    return new MessagePattern(
        rows.stream()
            .map(row -> new Pair(scope.resolve(row.name()), scope.resolve(row.value())))
            .toList());
  }

  private StepFailure failure(String what, MessagePattern pattern, List<Message> all) {
    return StepFailure.of("Topic '" + name + "' " + what + ".")
        .evidence(pattern.closest(all))
        .fix("Correct the service that publishes there, or what the step expects.");
  }
}

package dev.trestle.steps.core.messages;

import dev.trestle.steps.core.ScenarioScope;
import dev.trestle.steps.core.StepFailure;
import dev.trestle.steps.core.compare.Pair;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;

/** What a scenario expects of the messages of a source. */
public final class Expectation {

  private static final String LATER = ". Later ones came after the step had passed";

  private static final Duration POLL = Duration.ofMillis(50);

  private final MessageSource source;
  private final ScenarioScope scope;

  /** An expectation of a source; values are resolved in the scope. */
  public Expectation(MessageSource source, ScenarioScope scope) {
    this.source = source;
    this.scope = scope;
  }

  /** Waits until a message has all values. */
  public void has(List<Pair> rows) {
    MessagePattern pattern = pattern(rows);
    List<Message> all = await(messages -> count(pattern, messages) > 0, scope.patience());
    if (count(pattern, all) == 0) {
      throw failure("has no such message within " + seconds(scope.patience()), pattern, all);
    }
    all.stream()
        .filter(pattern::matches)
        .findFirst()
        .ifPresent(
            message -> scope.attach("Message of " + source.title(), "text/plain", message.shown()));
  }

  /**
   * Waits until so many messages have all values; more are a failure at once, or at the scenario's
   * end when they come later.
   */
  public void hasExactly(int wanted, List<Pair> rows) {
    MessagePattern pattern = pattern(rows);
    List<Message> all = await(messages -> count(pattern, messages) >= wanted, scope.patience());
    requireCount(wanted, pattern, all, "");
    keep(wanted, pattern);
  }

  private void keep(int wanted, MessagePattern pattern) {
    scope.keep(
        "keep the number of messages of " + source.title(),
        List.of(Expectation.class, source.title() + pattern),
        () -> requireCount(wanted, pattern, source.read(), LATER));
  }

  /** Waits as {@link #hasExactly} does, then watches for a time that no more come. */
  public void keepsExactly(Duration time, int wanted, List<Pair> rows) {
    MessagePattern pattern = pattern(rows);
    if (wanted > 0) {
      hasExactly(wanted, rows);
    }
    requireCount(wanted, pattern, await(messages -> count(pattern, messages) > wanted, time), "");
    keep(wanted, pattern);
  }

  private void requireCount(int wanted, MessagePattern pattern, List<Message> all, String later) {
    int found = count(pattern, all);
    if (found != wanted) {
      throw failure("has " + found + " such messages, not " + wanted + later, pattern, all);
    }
    requireLooked();
  }

  /** That no message was seen says nothing where there is nothing to look at. */
  private void requireLooked() {
    String absence = source.absence();
    if (!absence.isEmpty()) {
      throw StepFailure.of(source.title() + " was not looked at.")
          .evidence(absence)
          .fix("Correct the name in the step, or have it created when the environment starts.");
    }
  }

  /** Checks that no message has all values, now and until the scenario acts again or ends. */
  public void hasNone(List<Pair> rows) {
    MessagePattern pattern = pattern(rows);
    List<Message> all = source.read();
    int found = count(pattern, all);
    if (found > 0) {
      throw failure("has " + found + " such messages, and must have none", pattern, all);
    }
    requireLooked();
    keep(0, pattern);
  }

  /**
   * Waits until messages are there in the order of a table's rows; others may be between them.
   *
   * @param table paths in the header, values of one message in each row
   */
  public void hasInOrder(List<? extends List<@Nullable String>> table) {
    List<MessagePattern> patterns = patterns(table);
    List<Message> all =
        await(messages -> reached(patterns, messages) == patterns.size(), scope.patience());
    int reached = reached(patterns, all);
    if (reached < patterns.size()) {
      boolean there = all.stream().anyMatch(patterns.get(reached)::matches);
      String what =
          there
              ? "has message " + (reached + 1) + " of " + patterns.size() + " too early"
              : "has no message " + (reached + 1) + " of " + patterns.size();
      throw failure(what, patterns.get(reached), all);
    }
  }

  private List<MessagePattern> patterns(List<? extends List<@Nullable String>> table) {
    if (table.size() < 2) {
      throw StepFailure.of("The step's table has no rows below its header.")
          .evidence("The first row has paths such as $.orderId, each other row one message.")
          .fix("Write the messages in their order.");
    }
    List<MessagePattern> patterns = new ArrayList<>();
    for (List<@Nullable String> row : table.subList(1, table.size())) {
      patterns.add(
          pattern(
              IntStream.range(0, row.size())
                  .mapToObj(i -> new Pair(text(table.get(0).get(i)), text(row.get(i))))
                  .toList()));
    }
    return patterns;
  }

  private static String text(@Nullable String cell) {
    return Objects.requireNonNullElse(cell, "");
  }

  /** How many of the patterns, from the first, are found one after the other. */
  private static int reached(List<MessagePattern> patterns, List<Message> messages) {
    int reached = 0;
    for (Message message : messages) {
      if (reached < patterns.size() && patterns.get(reached).matches(message)) {
        reached++;
      }
    }
    return reached;
  }

  /** Reads until a condition holds or the bound is over; the source may come meanwhile. */
  private List<Message> await(Predicate<List<Message>> condition, Duration bound) {
    AtomicReference<List<Message>> all = new AtomicReference<>(source.read());
    if (condition.test(all.get())) {
      return all.get();
    }
    try {
      Awaitility.await()
          .dontCatchUncaughtExceptions()
          .pollInSameThread()
          .pollDelay(POLL)
          .pollInterval(POLL)
          .atMost(bound.plus(POLL))
          .until(() -> condition.test(all.updateAndGet(before -> source.read())));
    } catch (ConditionTimeoutException e) {
      // What was read says more.
      return all.get();
    }
    return all.get();
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

  private static String seconds(Duration bound) {
    long millis = bound.toMillis();
    return millis % 1000 == 0 ? millis / 1000 + " s" : millis + " ms";
  }

  private StepFailure failure(String what, MessagePattern pattern, List<Message> all) {
    return StepFailure.of(source.title() + " " + what + ".")
        .evidence(pattern.closest(all))
        .fix("Correct the service that publishes there, or what the step expects.");
  }
}

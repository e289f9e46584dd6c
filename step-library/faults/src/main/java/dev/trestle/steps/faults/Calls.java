package dev.trestle.steps.faults;

import dev.trestle.protocol.CallPattern;
import dev.trestle.protocol.Interaction;
import dev.trestle.steps.core.ScenarioScope;
import dev.trestle.steps.core.StepFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;

/** What one service called of another in the running scenario. */
final class Calls {

  private static final Duration PAUSE = Duration.ofMillis(50);

  private final ScenarioScope scope;
  private final Edge edge;
  private final @Nullable CallPattern call;
  private final Sight sight;

  /**
   * The calls of an edge.
   *
   * @param calls which of them, such as {@code POST /reservations}, or null for all
   */
  Calls(ScenarioScope scope, String consumer, String provider, @Nullable String calls) {
    this.scope = scope;
    this.edge = Edge.between(consumer, provider, scope);
    this.call = calls == null ? null : Call.of(calls, scope);
    this.sight = new Sight(scope, edge, call);
  }

  /** So many calls by now, and still at the end of what the scenario checks here. */
  void requireCount(int count) {
    List<Interaction> seen = until(count);
    requireCount(seen.size(), count, "");
    if (count == 0) {
      requireTrace();
    }
    scope.keep(
        "keep the number of calls of " + this,
        List.of(Calls.class, toString()),
        () -> requireCount(seen().size(), count, " Later ones came after the step had passed."));
  }

  private void requireCount(int found, int wanted, String later) {
    if (found != wanted) {
      throw StepFailure.of(
              ("'" + edge.consumer() + "' called '" + edge.provider() + "' " + found)
                  + (" times" + which() + ", not " + wanted + "." + later))
          .evidence(ScenarioCalls.around(scope, edge) + sight.note())
          .fix("Look into '" + edge.consumer() + "', or correct the number or the path.");
    }
    sight.require("How often '" + edge.consumer() + "' called '" + edge.provider() + "'" + which());
  }

  /**
   * Of a scenario that sent nothing, it cannot be said that one service did not call another. A
   * message carries its trace as well as a request does.
   */
  private void requireTrace() {
    if (!scope.hasSentTrace() && scope.host().interactions(scope.traceId()).isEmpty()) {
      throw StepFailure.of("That there was no call of " + this + " cannot be said.")
          .evidence(ScenarioCalls.around(scope, edge))
          .fix("Let the scenario send a request or a message before this step.");
    }
  }

  /** Two or more calls have the same value of a header, and so has every later one. */
  void requireSameHeader(String header) {
    requireSameHeader(header, until(2));
    keep("the header '" + header + "'", () -> requireSameHeader(header, seen()));
  }

  /** Repeats what was said of all calls, since it must be so of later ones, too. */
  private void keep(String what, ScenarioScope.Action check) {
    scope.keep("keep " + what + " of " + this, List.of(Calls.class, toString(), what), check);
  }

  private void requireSameHeader(String header, List<Interaction> seen) {
    if (seen.size() < 2) {
      throw StepFailure.of(
              (seen.isEmpty() ? "There was no call" : "There was only one call")
                  + (" of " + this + ", so there are no headers to compare."))
          .evidence(ScenarioCalls.around(scope, edge) + sight.note())
          .fix("Look into '" + edge.consumer() + "', or correct the path.");
    }
    String name = scope.resolve(header).toLowerCase(Locale.ROOT);
    Map<String, Long> values =
        seen.stream()
            .map(each -> each.requestHeaders().getOrDefault(name, ""))
            .collect(Collectors.groupingBy(v -> v, LinkedHashMap::new, Collectors.counting()));
    if (values.size() > 1 || values.containsKey("")) {
      throw StepFailure.of(
              ("The " + seen.size() + " calls of " + edge + which())
                  + (" do not have the same header '" + header + "'."))
          .evidence(told(header, values))
          .fix("Look into '" + edge.consumer() + "': it should send the header unchanged.");
    }
    sight.require("That all calls of " + this + " have the same header");
  }

  /** Every call was over within a time, and so is every later one. */
  void requireFasterThan(Duration bound) {
    requireFaster(bound, some());
    keep("the time", () -> requireFaster(bound, seen()));
  }

  private void requireFaster(Duration bound, List<Interaction> seen) {
    List<Interaction> slow =
        seen.stream().filter(each -> each.millis() >= bound.toMillis()).toList();
    if (!slow.isEmpty()) {
      throw StepFailure.of(
              (slow.size() + " of the calls of " + edge + which() + " took ")
                  + (bound.toMillis() + " ms or more."))
          .evidence(ScenarioCalls.list(slow))
          .fix("Look into '" + edge.provider() + "', or raise the bound.");
    }
    sight.require("That every call of " + this + " was fast enough");
  }

  /** No call began after one of other calls, and none does until the scenario acts or ends. */
  void requireNoneAfter(Calls others) {
    Instant event = Instant.parse(others.some().get(0).startedAt());
    requireNoneAfter(event, others);
    keep("no call after one of " + others, () -> requireNoneAfter(event, others));
  }

  private void requireNoneAfter(Instant event, Calls others) {
    List<Interaction> later =
        seen().stream().filter(each -> Instant.parse(each.startedAt()).isAfter(event)).toList();
    if (!later.isEmpty()) {
      throw StepFailure.of(
              ("'" + edge.consumer() + "' called '" + edge.provider() + "' " + later.size())
                  + (" times"
                      + which()
                      + " after the call of "
                      + others.edge
                      + others.which()
                      + "."))
          .evidence(ScenarioCalls.list(later))
          .fix("Look into '" + edge.consumer() + "', or correct what the step forbids.");
    }
    others.sight.require("When the call of " + others + " came first");
    sight.require("That there was no later call of " + this);
  }

  /** The last of them; waits for one. */
  Interaction last() {
    List<Interaction> seen = some();
    return seen.get(seen.size() - 1);
  }

  /**
   * The first of them that began at a time or later and is not one of others, waiting for one; null
   * when there is none.
   */
  @Nullable Interaction firstFrom(String time, List<Interaction> others) {
    Instant from = Instant.parse(time);
    return until(
            1,
            each ->
                !Instant.parse(each.startedAt()).isBefore(from)
                    && others.stream().noneMatch(other -> isSame(each, other)))
        .stream()
        .findFirst()
        .orElse(null);
  }

  /** A call that is in progress is the same one later, when it has an answer. */
  private static boolean isSame(Interaction one, Interaction other) {
    return one.startedAt().equals(other.startedAt())
        && one.consumer().equals(other.consumer())
        && one.provider().equals(other.provider())
        && one.method().equals(other.method())
        && one.path().equals(other.path());
  }

  /** At least one. */
  private List<Interaction> some() {
    List<Interaction> seen = until(1);
    if (seen.isEmpty()) {
      throw StepFailure.of("There was no call of " + edge + which() + ".")
          .evidence(ScenarioCalls.around(scope, edge) + sight.note())
          .fix("Look into '" + edge.consumer() + "', or correct the path.");
    }
    return seen;
  }

  private String which() {
    return call == null ? "" : " for '" + call + "'";
  }

  @Override
  public String toString() {
    return edge + which();
  }

  private static String told(String header, Map<String, Long> values) {
    return values.entrySet().stream()
        .map(
            value ->
                "  %d × %s"
                    .formatted(
                        value.getValue(),
                        value.getKey().isEmpty() ? "without it" : header + ": " + value.getKey()))
        .collect(Collectors.joining("\n"));
  }

  /** The calls as soon as there are so many, or when the time is over; services may be at it. */
  private List<Interaction> until(int count) {
    return until(count, each -> true);
  }

  private List<Interaction> until(int count, Predicate<Interaction> wanted) {
    try {
      return Awaitility.await()
          .pollInSameThread()
          .pollDelay(Duration.ZERO)
          .pollInterval(PAUSE)
          .atMost(scope.patience())
          .until(() -> seen(wanted), seen -> seen.size() >= count);
    } catch (ConditionTimeoutException e) {
      return seen(wanted);
    }
  }

  private List<Interaction> seen(Predicate<Interaction> wanted) {
    return seen().stream().filter(wanted).toList();
  }

  private List<Interaction> seen() {
    return ScenarioCalls.of(scope, edge).stream()
        .filter(each -> call == null || call.fits(each.method(), each.path()))
        .toList();
  }
}

package dev.trestle.steps.http;

import dev.trestle.protocol.Secrets;
import dev.trestle.steps.core.ScenarioScope;
import dev.trestle.steps.core.StepFailure;
import dev.trestle.steps.core.compare.Differing;
import dev.trestle.steps.core.compare.Expected;
import dev.trestle.steps.core.compare.Pair;
import dev.trestle.steps.core.compare.SideBySide;
import dev.trestle.steps.core.exchange.Exchange;
import dev.trestle.steps.core.exchange.ReceivedResponse;
import dev.trestle.steps.core.exchange.Request;
import dev.trestle.steps.core.json.JsonCheck;
import dev.trestle.steps.core.json.JsonDocument;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Checks all responses to a request that was sent many times at once. */
final class ManyResponses {

  private static final int MOST_VALUES = 20;

  private final List<ReceivedResponse> responses;
  private final ScenarioScope scope;
  private final String title;

  private ManyResponses(List<ReceivedResponse> responses, ScenarioScope scope, String title) {
    this.responses = responses;
    this.scope = scope;
    this.title = title;
  }

  /** Keeps the responses and attaches them. */
  static ManyResponses of(List<Exchange> exchanges, ScenarioScope scope) {
    Exchange first = exchanges.get(0);
    Request request = first.request();
    int last = first.number() + exchanges.size() - 1;
    String title =
        "Exchanges %d to %d at once: %s of %s"
            .formatted(first.number(), last, request.named(), request.target().written());
    ManyResponses many =
        new ManyResponses(
            exchanges.stream().map(exchange -> new ReceivedResponse(exchange, scope)).toList(),
            scope,
            title);
    scope.attach(title, "text/plain", many.text());
    return many;
  }

  /** A line for each exchange, and the first with each status whole. */
  private String text() {
    StringBuilder text = new StringBuilder();
    Set<Integer> seen = new TreeSet<>();
    StringBuilder whole = new StringBuilder();
    for (ReceivedResponse response : responses) {
      Exchange exchange = response.exchange();
      text.append(exchange.number()).append(": ").append(exchange.summary()).append('\n');
      if (seen.add(exchange.status())) {
        whole.append("\n").append(exchange.number()).append(":\n");
        whole.append(ExchangeText.of(exchange)).append('\n');
      }
    }
    return text.append(whole).toString();
  }

  void allHaveStatus(int expected) {
    for (ReceivedResponse response : responses) {
      if (response.exchange().status() != expected) {
        throw failure("Not all responses have the status " + expected + ".", response);
      }
    }
  }

  void haveStatus(int count, int status) {
    long actual = responses.stream().filter(r -> r.exchange().status() == status).count();
    if (actual != count) {
      throw failure(
          "The status %d was answered %d times, not %d times.".formatted(status, actual, count));
    }
  }

  /** Checks how often each status was answered, and that no other was. */
  void haveStatuses(List<Pair> rows) {
    Map<Integer, Long> counts = counts();
    List<String> actual =
        counts.entrySet().stream().map(e -> line(e.getKey(), e.getValue())).toList();
    List<String> expected =
        rows.stream()
            .map(row -> new Pair(scope.resolve(row.name()), scope.resolve(row.value())))
            .map(row -> row.name().strip() + "  " + row.value().strip())
            .sorted()
            .toList();
    if (!expected.equals(actual)) {
      throw told(
          "The responses do not have the expected statuses.",
          SideBySide.of(expected, actual) + "\n" + tally() + ".");
    }
  }

  private static String line(int status, long count) {
    return status + "  " + count;
  }

  void allHave(List<Pair> rows) {
    List<ReceivedResponse> others = new ArrayList<>();
    StepFailure first = null;
    for (ReceivedResponse response : responses) {
      try {
        new JsonCheck(response, scope).has(rows);
      } catch (StepFailure e) {
        first = first == null ? e : first;
        others.add(response);
      }
    }
    if (first != null) {
      throw told(
              "%d of %d responses do not have the expected values."
                  .formatted(others.size(), responses.size()),
              "They are the exchanges %s.%nThe first of them: %s"
                  .formatted(numbers(others), first.getMessage()))
          .causedBy(first);
    }
  }

  private static String numbers(List<ReceivedResponse> responses) {
    String first =
        responses.stream()
            .limit(MOST_VALUES)
            .map(response -> String.valueOf(response.exchange().number()))
            .collect(Collectors.joining(", "));
    int more = responses.size() - MOST_VALUES;
    return more > 0 ? first + " and " + more + " more" : first;
  }

  void allCameWithin(Duration bound) {
    for (ReceivedResponse response : responses) {
      if (response.exchange().millis() > bound.toMillis()) {
        throw failure("Not all responses came within " + bound.toMillis() + " ms.", response);
      }
    }
  }

  void areSame(String path) {
    Map<String, Long> values = values(path);
    if (values.size() > 1) {
      throw told(
          "The responses at '" + path + "' are not all the same.",
          shown(path, values) + tally() + ".");
    }
  }

  void areDifferent(String path) {
    Map<String, Long> values = values(path);
    values.values().removeIf(count -> count == 1);
    if (!values.isEmpty()) {
      throw told(
          "The responses at '" + path + "' are not all different.",
          shown(path, values) + tally() + ".");
    }
  }

  private Map<String, Long> values(String path) {
    String resolved = scope.resolve(path);
    List<String> values = new ArrayList<>();
    for (ReceivedResponse response : responses) {
      JsonDocument.Found found = response.document().find(resolved);
      if (!found.present()) {
        throw failure("A response at '" + path + "' is absent.", response);
      }
      if (found.value() == null) {
        throw failure("A response at '" + path + "' is null, which is not a value.", response);
      }
      values.add(Expected.written(found.value()));
    }
    return values.stream()
        .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
  }

  private static String shown(String path, Map<String, Long> values) {
    String first =
        values.entrySet().stream()
            .limit(MOST_VALUES)
            .map(value -> value.getValue() + " times " + shown(path, value.getKey()) + "\n")
            .collect(Collectors.joining());
    int more = values.size() - MOST_VALUES;
    return more > 0 ? first + "… and " + more + " more values\n" : first;
  }

  private static String shown(String path, String value) {
    return Differing.shown(Secrets.compared(path, value));
  }

  private Map<Integer, Long> counts() {
    return responses.stream()
        .collect(
            Collectors.groupingBy(
                response -> response.exchange().status(), TreeMap::new, Collectors.counting()));
  }

  private String tally() {
    Request request = responses.get(0).exchange().request();
    return counts().entrySet().stream()
        .map(count -> count.getValue() + " times " + count.getKey())
        .collect(
            Collectors.joining(
                ", ",
                request.named() + " of '" + request.target().written() + "' was answered ",
                ""));
  }

  private StepFailure failure(String what) {
    return told(what, tally() + ".");
  }

  private StepFailure failure(String what, ReceivedResponse odd) {
    return told(
        what,
        tally() + "; number " + odd.exchange().number() + ": " + odd.exchange().summary() + ".");
  }

  private StepFailure told(String what, String evidence) {
    String log = responses.get(0).exchange().request().target().log();
    return StepFailure.of(what)
        .evidence(evidence)
        .look(
            "Look at "
                + scope.where()
                + " and the attachment '"
                + title
                + "' of the step that sent them"
                + (log.isEmpty() ? "." : "; the service's log: " + log))
        .fix("Correct the service, or what the step expects.");
  }
}

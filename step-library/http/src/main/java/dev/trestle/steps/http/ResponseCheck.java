package dev.trestle.steps.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.trestle.protocol.Json;
import dev.trestle.steps.core.ScenarioScope;
import dev.trestle.steps.core.StepFailure;
import dev.trestle.steps.core.compare.Expected;
import dev.trestle.steps.core.compare.Pair;
import dev.trestle.steps.core.compare.SideBySide;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks one response against what a feature expects; its body is parsed once. */
final class ResponseCheck {

  private static final int LONGEST_QUOTE = 500;

  private final Exchange exchange;
  private final ScenarioScope scope;
  private @Nullable JsonBody json;

  ResponseCheck(Exchange exchange, ScenarioScope scope) {
    this.exchange = exchange;
    this.scope = scope;
  }

  /** A check of the scenario's last response. */
  static ResponseCheck ofLast() {
    return HttpSession.current().last();
  }

  void status(int expected) {
    if (exchange.status() != expected) {
      throw failure("The response status is " + exchange.status() + ", not " + expected + ".");
    }
  }

  void succeeded() {
    if (exchange.status() < 200 || exchange.status() > 299) {
      throw failure("The response status is " + exchange.status() + ", not one of 2xx.");
    }
  }

  void problem(String slug) {
    String wanted = scope.resolve(slug);
    if (!exchange.header("Content-Type").startsWith("application/problem+json")) {
      throw failure("The response is no problem document, so not the problem '" + wanted + "'.");
    }
    String type = Expected.written(json().at("$.type").value());
    if (!type.equals(wanted) && !type.matches("(?s).*[/#:]\\Q" + wanted + "\\E")) {
      throw failure("The response is the problem '" + type + "', not '" + wanted + "'.");
    }
  }

  void header(String name, String expected) {
    String wanted = scope.resolve(expected);
    String actual = exchange.header(scope.resolve(name));
    if (!wanted.equals(actual) && !Expected.of(wanted).matches(actual)) {
      throw failure(
          actual.isEmpty()
              ? "The response has no header '" + name + "', expected '" + wanted + "'."
              : "The response header '" + name + "' is '" + actual + "', not '" + wanted + "'.");
    }
  }

  void is(String path, String expected) {
    String wanted = scope.resolve(expected);
    JsonBody.Found found = at(path);
    if (!matches(found, wanted)) {
      throw failure("The response at '" + path + "' is " + shown(found) + ", not " + wanted + ".");
    }
  }

  void isNot(String path, String unexpected) {
    String unwanted = scope.resolve(unexpected);
    JsonBody.Found found = at(path);
    if (matches(found, unwanted)) {
      throw failure("The response at '" + path + "' is " + unwanted + ", and must not be.");
    }
  }

  void contains(String path, String part) {
    String wanted = scope.resolve(part);
    JsonBody.Found found = at(path);
    boolean contained =
        found.value() instanceof List<?> list
            ? list.stream().anyMatch(item -> Expected.of(wanted).matches(item))
            : found.value() instanceof String text && text.contains(wanted);
    if (!contained) {
      throw failure(
          "The response at '" + path + "' does not contain " + wanted + ": " + shown(found) + ".");
    }
  }

  void isAbsent(String path) {
    String resolved = scope.resolve(path);
    JsonBody.Found found = at(path);
    boolean none = !JsonBody.isDefinite(resolved) && JsonBody.isEmpty(found);
    if (found.present() && !none) {
      throw failure("The response at '" + path + "' is not absent: " + shown(found) + ".");
    }
  }

  /** Checks all rows and shows all that differ. */
  void has(List<Pair> rows) {
    List<String> expected = new ArrayList<>();
    List<String> actual = new ArrayList<>();
    JsonBody json = json();
    boolean same = true;
    for (Pair row : rows) {
      String wanted = scope.resolve(row.value());
      JsonBody.Found found = json.at(scope.resolve(row.name()));
      boolean matches = matches(found, wanted);
      same &= matches;
      expected.add(row.name() + "  " + wanted);
      actual.add(row.name() + "  " + (matches ? wanted : shown(found)));
    }
    if (!same) {
      throw mismatch("The response has not the expected values.", expected, actual);
    }
  }

  void bodyIs(String expected) {
    String wanted = scope.resolve(expected);
    BodyComparison comparison = BodyComparison.of(wanted, exchange.body());
    if (!comparison.same()) {
      throw mismatch(
          "The response body is not the expected one.", comparison.expected(), comparison.actual());
    }
  }

  void save(String path, String name) {
    JsonBody.Found found = at(path);
    Object value = found.value();
    if (value == null) {
      throw failure("The response at '" + path + "' is " + shown(found) + ": nothing to save.");
    }
    boolean structure = value instanceof Map || value instanceof List;
    scope.set(scope.resolve(name), structure ? Json.write(value) : value);
  }

  void saveHeader(String header, String name) {
    String value = exchange.header(scope.resolve(header));
    if (value.isEmpty()) {
      throw failure("The response has no header '" + header + "' to save.");
    }
    scope.set(scope.resolve(name), value);
  }

  private static boolean matches(JsonBody.Found found, String wanted) {
    return found.present() && Expected.of(wanted).matches(found.value());
  }

  private static String shown(JsonBody.Found found) {
    return found.present() ? Expected.written(found.value()) : "absent";
  }

  private JsonBody.Found at(String path) {
    return json().at(scope.resolve(path));
  }

  private JsonBody json() {
    JsonBody parsed = json;
    if (parsed == null) {
      parsed = parse();
      json = parsed;
    }
    return parsed;
  }

  private JsonBody parse() {
    try {
      return JsonBody.parse(exchange.body());
    } catch (JsonProcessingException e) {
      boolean error = exchange.status() >= 400;
      throw failure(
              error
                  ? "The response status is " + exchange.status() + ", and its body is no JSON."
                  : "The response is no JSON: " + e.getOriginalMessage())
          .causedBy(e);
    }
  }

  private StepFailure mismatch(String what, List<String> expected, List<String> actual) {
    return told(what, SideBySide.of(expected, actual) + "\n" + exchange.summary() + ".");
  }

  private StepFailure failure(String what) {
    String body = exchange.body();
    String quote = body.length() > LONGEST_QUOTE ? body.substring(0, LONGEST_QUOTE) + " …" : body;
    return told(what, exchange.summary() + (quote.isBlank() ? ", without a body." : ": " + quote));
  }

  private StepFailure told(String what, String evidence) {
    String log = exchange.request().target().log();
    return StepFailure.of(what)
        .evidence(evidence)
        .look(
            "Look at "
                + scope.where()
                + " and the attachment '"
                + exchange.title()
                + "' of the step that sent it"
                + (log.isEmpty() ? "." : "; the service's log: " + log))
        .fix("Correct the service, or what the step expects.");
  }
}

package dev.trestle.steps.http;

import dev.trestle.steps.core.ScenarioScope;
import dev.trestle.steps.core.StepFailure;
import dev.trestle.steps.core.compare.Expected;
import dev.trestle.steps.core.compare.Pair;
import dev.trestle.steps.core.exchange.Exchange;
import dev.trestle.steps.core.exchange.ReceivedResponse;
import dev.trestle.steps.core.json.JsonCheck;
import dev.trestle.steps.core.json.JsonComparison;
import java.time.Duration;
import java.util.List;

/** Checks one response against what a feature expects. */
final class ResponseCheck {

  private final ReceivedResponse response;
  private final Exchange exchange;
  private final ScenarioScope scope;

  ResponseCheck(ReceivedResponse response, ScenarioScope scope) {
    this.response = response;
    this.exchange = response.exchange();
    this.scope = scope;
  }

  /** A check of the scenario's last response. */
  static ResponseCheck ofLast() {
    return HttpSession.current().last();
  }

  /** The exchange. */
  Exchange exchange() {
    return exchange;
  }

  /** A check of its values. */
  JsonCheck json() {
    return new JsonCheck(response, scope);
  }

  void status(int expected) {
    if (exchange.status() != expected) {
      throw failure("The response status is " + exchange.status() + ", not " + expected + ".");
    }
  }

  void succeeded() {
    statusClass(2, "one of 2xx");
  }

  /** Checks the first digit of the status. */
  void statusClass(int hundreds, String named) {
    if (exchange.status() / 100 != hundreds) {
      throw failure("The response status is " + exchange.status() + ", not " + named + ".");
    }
  }

  void problem(String slug) {
    String wanted = scope.resolve(slug);
    if (!exchange.header("Content-Type").startsWith("application/problem+json")) {
      throw failure("The response is no problem document, so not the problem '" + wanted + "'.");
    }
    String type = Expected.written(response.document().at("$.type").value());
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

  void headers(List<Pair> rows) {
    rows.forEach(row -> header(row.name(), row.value()));
  }

  void headerContains(String name, String part) {
    String wanted = scope.resolve(part);
    String actual = exchange.header(scope.resolve(name));
    if (!actual.contains(wanted)) {
      throw failure(
          actual.isEmpty()
              ? "The response has no header '" + name + "', expected one with '" + wanted + "'."
              : "The response header '%s' is '%s', without '%s'.".formatted(name, actual, wanted));
    }
  }

  void hasHeader(String name) {
    if (!isPresent(name)) {
      throw failure("The response has no header '" + name + "'.");
    }
  }

  void hasNoHeader(String name) {
    if (isPresent(name)) {
      throw failure("The response has the header '" + name + "', and must not have it.");
    }
  }

  private boolean isPresent(String name) {
    String wanted = scope.resolve(name);
    return exchange.headers().stream().anyMatch(h -> h.getKey().equalsIgnoreCase(wanted));
  }

  void saveHeader(String header, String name) {
    String value = exchange.header(scope.resolve(header));
    if (value.isEmpty()) {
      throw failure("The response has no header '" + header + "' to save.");
    }
    scope.set(scope.resolve(name), value);
  }

  /** Checks a cookie; what it was is a secret. */
  void cookie(String name, String expected) {
    String wanted = scope.resolve(expected);
    String actual = cookie(name);
    if (!wanted.equals(actual) && !Expected.of(wanted).matches(actual)) {
      throw failure("The response gives the cookie '" + name + "' another value.");
    }
  }

  void saveCookie(String cookie, String name) {
    scope.set(scope.resolve(name), cookie(cookie));
  }

  private String cookie(String name) {
    return Cookies.value(exchange, scope.resolve(name))
        .orElseThrow(() -> failure("The response sets no cookie '" + name + "'."));
  }

  void cameWithin(Duration bound) {
    if (exchange.millis() > bound.toMillis()) {
      throw failure(
          "The response came after %d ms, not within %d ms."
              .formatted(exchange.millis(), bound.toMillis()));
    }
  }

  void bodyIs(String expected) {
    json().same(JsonComparison.of(scope.resolve(expected), exchange.body()));
  }

  void bodyContains(String part) {
    String wanted = scope.resolve(part);
    if (!exchange.body().contains(wanted)) {
      throw failure("The response body does not contain '" + wanted + "'.");
    }
  }

  void hasNoBody() {
    if (!exchange.body().isEmpty()) {
      throw failure("The response has a body, and must not have one.");
    }
  }

  void xmlIs(String xpath, String expected) {
    String wanted = scope.resolve(expected);
    String actual = xml().at(scope.resolve(xpath));
    if (!wanted.equals(actual) && !Expected.of(wanted).matches(actual)) {
      throw failure("The response XML at '%s' is '%s', not '%s'.".formatted(xpath, actual, wanted));
    }
  }

  void saveXml(String xpath, String name) {
    String value = xml().at(scope.resolve(xpath));
    if (value.isEmpty()) {
      throw failure("The response XML at '" + xpath + "' is empty: nothing to save.");
    }
    scope.set(scope.resolve(name), value);
  }

  private XmlBody xml() {
    try {
      return XmlBody.parse(exchange.body());
    } catch (XmlBody.NoXml e) {
      throw failure("The response is no XML: " + e.getMessage()).causedBy(e);
    }
  }

  private StepFailure failure(String what) {
    return response.failure(what);
  }
}

package dev.trestle.steps.http;

import dev.trestle.protocol.Secrets;
import dev.trestle.steps.core.ScenarioScope;
import dev.trestle.steps.core.StepFailure;
import dev.trestle.steps.core.compare.Differing;
import dev.trestle.steps.core.compare.Expected;
import dev.trestle.steps.core.compare.Pair;
import dev.trestle.steps.core.compare.Part;
import dev.trestle.steps.core.exchange.Exchange;
import dev.trestle.steps.core.exchange.ReceivedResponse;
import dev.trestle.steps.core.json.JsonCheck;
import dev.trestle.steps.core.json.JsonComparison;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

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
    String wanted = Part.of(scope.resolve(slug), slug);
    String mediaType = exchange.header("Content-Type").split(";", 2)[0].strip();
    if (!"application/problem+json".equalsIgnoreCase(mediaType)) {
      throw failure("The response is not a problem document, so not the problem '" + wanted + "'.");
    }
    Object type = response.document().at("$.type").value();
    if (!(type instanceof String text)
        || !(text.equals(wanted) || text.matches("(?s).*[/#:]\\Q" + wanted + "\\E"))) {
      throw failure(
          "The response is the problem '%s', not '%s'.".formatted(Expected.written(type), wanted));
    }
  }

  void header(String name, String expected) {
    String wanted = scope.resolve(expected);
    String actual =
        header(name)
            .orElseThrow(
                () ->
                    failure(
                        "The response has no header '%s', expected '%s'."
                            .formatted(name, shown(name, wanted))));
    if (!isText(actual, wanted)) {
      throw failure(another("header", name, actual, wanted));
    }
  }

  /** Whether a text is the one that is written, by character or as a placeholder stands for it. */
  private static boolean isText(String actual, String wanted) {
    return wanted.equals(actual) || Expected.of(wanted).matches(actual);
  }

  private static String another(String what, String name, String actual, String wanted) {
    Differing differing =
        isCookie(name)
            ? new Differing(Secrets.mask(name, actual), Secrets.mask(name, wanted))
            : Differing.of(name, actual, true, wanted);
    return "The response %s '%s' is '%s', not '%s'."
        .formatted(what, name, differing.actual(), differing.wanted());
  }

  /** The names and scope of cookies are no secret, so that a check can show them. */
  private static String shown(String name, String value) {
    return isCookie(name) ? Secrets.mask(name, value) : Secrets.compared(name, value);
  }

  private static boolean isCookie(String name) {
    return name.strip().toLowerCase(Locale.ROOT).endsWith("cookie");
  }

  /** A header's value, which may be empty; nothing when there is no such header. */
  private Optional<String> header(String name) {
    String wanted = scope.resolve(name);
    return isPresent(name) ? Optional.of(exchange.header(wanted)) : Optional.empty();
  }

  void headers(List<Pair> rows) {
    rows.forEach(row -> header(row.name(), row.value()));
  }

  void headerContains(String name, String part) {
    String wanted = Part.of(scope.resolve(part), part);
    String actual =
        header(name)
            .orElseThrow(
                () ->
                    failure(
                        "The response has no header '%s', expected one with '%s'."
                            .formatted(name, shown(name, wanted))));
    if (!actual.contains(wanted)) {
      throw failure(
          "The response header '%s' is '%s', without '%s'."
              .formatted(name, Secrets.mask(name, actual), shown(name, wanted)));
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
    String value = header(header).orElse("");
    if (value.isEmpty()) {
      throw failure("The response has no header '" + header + "' with a value to save.");
    }
    Secrets.mask(header, value); // A secret is known from now on.
    scope.set(scope.resolve(name), value);
  }

  /** Checks a cookie; what it was is a secret. */
  void cookie(String name, String expected) {
    String wanted = scope.resolve(expected);
    String actual = cookie(name);
    if (!isText(actual, wanted)) {
      throw failure(
          "The response gives the cookie '%s' the value %s, not %s."
              .formatted(name, Secrets.fingerprint(actual), Secrets.fingerprint(wanted)));
    }
  }

  void saveCookie(String cookie, String name) {
    Secrets.learn(cookie(cookie));
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
    String wanted = Part.of(scope.resolve(part), part);
    if (!exchange.body().contains(wanted)) {
      throw failure("The response body does not contain '" + Differing.shown(wanted) + "'.");
    }
  }

  void hasNoBody() {
    if (!exchange.body().isEmpty()) {
      throw failure("The response has a body, and must not have one.");
    }
  }

  void xmlIs(String xpath, String expected) {
    String wanted = scope.resolve(expected);
    String actual =
        xml()
            .at(scope.resolve(xpath))
            .orElseThrow(
                () ->
                    failure(
                        "The response XML has nothing at '%s', expected '%s'. Whether there is"
                                .formatted(xpath, wanted)
                            + " something is what boolean(…) or count(…) around the XPath says."));
    if (!isText(actual, wanted)) {
      throw failure(another("XML at", xpath, actual, wanted));
    }
  }

  void saveXml(String xpath, String name) {
    String value = xml().at(scope.resolve(xpath)).orElse("");
    if (value.isEmpty()) {
      throw failure("The response XML at '" + xpath + "' is empty: nothing to save.");
    }
    Secrets.mask(xpath, value);
    scope.set(scope.resolve(name), value);
  }

  private XmlBody xml() {
    try {
      return XmlBody.parse(exchange.body());
    } catch (XmlBody.NoXml e) {
      throw failure("The response is not XML: " + e.getMessage()).causedBy(e);
    }
  }

  private StepFailure failure(String what) {
    return response.failure(what);
  }
}

package dev.trestle.steps.http;

import dev.trestle.steps.core.Credentials;
import dev.trestle.steps.core.ScenarioScope;
import dev.trestle.steps.core.StepFailure;
import dev.trestle.steps.core.compare.Pair;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A scenario's requests: what the next one carries, and what the last one was answered. */
final class HttpSession {

  private static final String CONTENT_TYPE = "Content-Type";
  private static final Client CLIENT = new Client();

  private final ScenarioScope scope;
  private final List<Pair> headers = new ArrayList<>();
  private final List<Pair> query = new ArrayList<>();
  private int sent;
  private @Nullable ResponseCheck last;

  private HttpSession(ScenarioScope scope) {
    this.scope = scope;
  }

  /** The session of the running scenario. */
  static HttpSession current() {
    ScenarioScope scope = ScenarioScope.current();
    return scope.state(HttpSession.class, () -> new HttpSession(scope));
  }

  /** The scenario's scope. */
  ScenarioScope scope() {
    return scope;
  }

  /** Adds a header to the next request. */
  void header(String name, String value) {
    headers.add(new Pair(scope.resolve(name), scope.resolve(value)));
  }

  /** Adds a query parameter to the next request. */
  void queryParameter(String name, String value) {
    query.add(new Pair(scope.resolve(name), scope.resolve(value)));
  }

  /** Sends a request and keeps the response. */
  Exchange send(String method, String path, String to, Body body) {
    Target target = target(to);
    String resolved = scope.resolve(path);
    Request request =
        new Request(
            method,
            resolved,
            target,
            Urls.of(target.address(), resolved, query),
            nextHeaders(body),
            body);
    query.clear();
    return send(request, CLIENT);
  }

  /** Whom a request goes to. */
  Target target(String to) {
    return Target.of(scope.resolve(to), scope);
  }

  /** Sends a request by a transport and keeps the response. */
  Exchange send(Request request, Transport transport) {
    last = null;
    sent++;
    long start = System.nanoTime();
    try {
      Exchange exchange = transport.send(sent, request);
      scope.attach(exchange.title(), "text/plain", ExchangeText.of(exchange));
      last = new ResponseCheck(exchange, scope);
      return exchange;
    } catch (IOException e) {
      long millis = (System.nanoTime() - start) / 1_000_000;
      String failure = "No answer after " + millis + " ms: " + e;
      String title = Exchange.title(sent, request) + " → no answer";
      scope.attach(title, "text/plain", ExchangeText.of(request, failure));
      throw unanswered(request, failure, e);
    }
  }

  private StepFailure unanswered(Request request, String failure, IOException cause) {
    Target target = request.target();
    String log = target.log().isEmpty() ? "" : " The service's log: " + target.log();
    return StepFailure.of(target.named() + " did not answer " + request.named() + ".")
        .evidence(request.method() + " " + request.url() + ": " + failure)
        .look("Look at " + scope.where() + "." + log)
        .fix(
            cause instanceof SocketTimeoutException
                ? "Find out what the service waits for; the bound is 30 s."
                : "Find out whether the service still runs, and what it listens on.")
        .causedBy(cause);
  }

  /** What the next request carries; a header of a step replaces the one that it would have. */
  Map<String, String> nextHeaders(Body body) {
    Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    if (!body.isEmpty()) {
      all.put(CONTENT_TYPE, body.mediaType());
    }
    all.put("traceparent", scope.newTraceparent());
    all.putAll(Credentials.of(scope).headers());
    headers.forEach(header -> all.put(header.name(), header.value()));
    headers.clear();
    return all;
  }

  /** Checks of the last response. */
  ResponseCheck last() {
    ResponseCheck check = last;
    if (check == null) {
      throw StepFailure.of("There is no response to look at.")
          .evidence(
              sent == 0 ? "The scenario sent no request yet." : "The last request got no answer.")
          .fix("Send a request first, such as: When I send GET \"/health\" to \"cart\".");
    }
    return check;
  }
}

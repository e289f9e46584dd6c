package dev.trestle.steps.http;

import dev.trestle.steps.core.Credentials;
import dev.trestle.steps.core.ScenarioScope;
import dev.trestle.steps.core.StepFailure;
import dev.trestle.steps.core.compare.Pair;
import dev.trestle.steps.core.exchange.Body;
import dev.trestle.steps.core.exchange.Exchange;
import dev.trestle.steps.core.exchange.LastResponse;
import dev.trestle.steps.core.exchange.ReceivedResponse;
import dev.trestle.steps.core.exchange.Request;
import dev.trestle.steps.core.exchange.Target;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A scenario's requests: what the next one carries, and what the last one was answered. */
final class HttpSession {

  private static final String CONTENT_TYPE = "Content-Type";
  private static final Client CLIENT = new Client(Client.PATIENCE);

  private final ScenarioScope scope;
  private final LastResponse last;
  private final Cookies cookies = new Cookies();
  private NextRequest next = new NextRequest();
  private boolean followsRedirects;
  private int sent;
  private @Nullable ManyResponses many;

  private HttpSession(ScenarioScope scope) {
    this.scope = scope;
    this.last = LastResponse.of(scope);
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

  /** What the next request carries. */
  NextRequest next() {
    return next;
  }

  /** The scenario's cookies. */
  Cookies cookies() {
    return cookies;
  }

  /** Follows redirects from now on. */
  void followRedirects() {
    followsRedirects = true;
  }

  /** Name and value with the scenario's names resolved. */
  Pair resolved(String name, String value) {
    return new Pair(scope.resolve(name), scope.resolve(value));
  }

  /** Sends a request, or many of it at once when that was asked for, and keeps the answer. */
  void send(String method, String path, String to, Body body) {
    NextRequest prepared = takeNext();
    if (prepared.times() > 1) {
      sendAtOnce(prepared, method, path, to, body);
    } else {
      Exchange exchange = send(request(prepared, method, path, to, body), client(prepared));
      if (followsRedirects) {
        new Redirects(this, client(prepared)).followAll(exchange);
      }
    }
  }

  private NextRequest takeNext() {
    scope.acts();
    NextRequest prepared = next;
    next = new NextRequest();
    return prepared;
  }

  private static Client client(NextRequest prepared) {
    return Client.PATIENCE.equals(prepared.bound()) ? CLIENT : new Client(prepared.bound());
  }

  private Request request(NextRequest prepared, String method, String path, String to, Body body) {
    Target target = target(to);
    String filled = prepared.fill(Urls.path(scope.resolve(path), target, scope::environment));
    String url = Urls.of(target.address(), filled, prepared.query());
    return new Request(method, filled, target, url, headers(prepared, target, url, body), body);
  }

  /** Whom a request goes to. */
  Target target(String to) {
    return Target.of(scope.resolve(to), scope);
  }

  /** Sends a request by a transport and keeps the response. */
  Exchange send(Request request, Transport transport) {
    last.none("The last request got no answer.");
    many = null;
    sent++;
    long start = System.nanoTime();
    try {
      Exchange exchange = transport.send(sent, request);
      attach(exchange);
      cookies.receive(exchange);
      last.received(new ReceivedResponse(exchange, scope));
      return exchange;
    } catch (IOException e) {
      String failure = attachUnanswered(request, start, e);
      throw unanswered(request, failure, transport.bound(), e);
    }
  }

  private void attach(Exchange exchange) {
    scope.attach(
        exchange.title(), "text/plain", ExchangeText.of(exchange), ExchangeText.brief(exchange));
  }

  private String attachUnanswered(Request request, long start, IOException cause) {
    long millis = (System.nanoTime() - start) / 1_000_000;
    String failure = "No answer after " + millis + " ms: " + cause;
    String title = Exchange.title(sent, request) + " → no answer";
    scope.attach(title, "text/plain", ExchangeText.of(request, failure));
    return failure;
  }

  private StepFailure unanswered(
      Request request, String failure, Duration bound, IOException cause) {
    Target target = request.target();
    String log = target.log().isEmpty() ? "" : " The service's log: " + target.log();
    return StepFailure.of(target.named() + " did not answer " + request.named() + ".")
        .evidence(request.method() + " " + request.url() + ": " + failure)
        .look("Look at " + scope.where() + "." + log)
        .fix(
            cause instanceof InterruptedIOException
                ? "Find out what the service waits for; the bound is " + written(bound) + "."
                : "Find out whether the service still runs, and what it listens on.")
        .causedBy(cause);
  }

  private static String written(Duration bound) {
    long millis = bound.toMillis();
    return millis % 1000 == 0 ? millis / 1000 + " s" : millis + " ms";
  }

  /** Sends a request that must not be answered in time. */
  void expectNoAnswer(String method, String path, String to, Duration bound) {
    NextRequest prepared = takeNext();
    Request request = request(prepared, method, path, to, Body.NONE);
    last.none("The last request was not to be answered.");
    many = null;
    sent++;
    long start = System.nanoTime();
    try {
      Exchange exchange = new Client(bound).send(sent, request);
      attach(exchange);
      throw new ReceivedResponse(exchange, scope)
          .failure(request.target().named() + " answered within " + written(bound) + ".");
    } catch (InterruptedIOException e) {
      attachUnanswered(request, start, e);
    } catch (IOException e) {
      throw unanswered(request, attachUnanswered(request, start, e), bound, e);
    }
  }

  private void sendAtOnce(NextRequest prepared, String method, String path, String to, Body body) {
    last.none("The last request was sent many times at once; look at 'all responses …'.");
    int first = sent + 1;
    sent += prepared.times();
    List<Request> requests =
        Stream.generate(() -> request(prepared, method, path, to, body))
            .limit(prepared.times())
            .toList();
    many = ManyResponses.of(AtOnce.send(first, requests, client(prepared)), scope);
  }

  /** The responses to the last request, which was sent many times at once. */
  ManyResponses many() {
    ManyResponses responses = many;
    if (responses == null) {
      throw StepFailure.of("There are no responses of many requests to look at.")
          .evidence("The last request was not sent many times at once.")
          .fix("Write before it, such as: Given the next request is sent 20 times at once.");
    }
    return responses;
  }

  /** The headers of a request that another client sends now. */
  Map<String, String> nextHeaders(Target target) {
    return headers(takeNext(), target, target.address(), Body.NONE);
  }

  /** All headers; one of a step replaces the one that the request would have. */
  Map<String, String> headers(NextRequest prepared, Target target, String url, Body body) {
    Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    if (!body.isEmpty()) {
      all.put(CONTENT_TYPE, body.mediaType());
    }
    all.put("traceparent", scope.newTraceparent());
    all.putAll(Credentials.of(scope).headers());
    Optional<String> cookie = cookies.header(target, url, prepared.cookies());
    cookie.ifPresent(value -> all.put("Cookie", value));
    prepared.headers().forEach(header -> all.put(header.name(), header.value()));
    return all;
  }

  /** Checks of the last response. */
  ResponseCheck last() {
    return new ResponseCheck(last.get(), scope);
  }
}

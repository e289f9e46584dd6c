package dev.trestle.steps.http;

import dev.trestle.steps.core.StepFailure;
import dev.trestle.steps.core.exchange.Body;
import dev.trestle.steps.core.exchange.Exchange;
import dev.trestle.steps.core.exchange.Request;
import dev.trestle.steps.core.exchange.Target;
import java.net.URI;
import java.util.Locale;

/** Goes where responses point, RFC 9110 section 15.4; each hop is an exchange of its own. */
final class Redirects {

  private static final int MOST_HOPS = 10;

  private final HttpSession session;
  private final Transport transport;

  Redirects(HttpSession session, Transport transport) {
    this.session = session;
    this.transport = transport;
  }

  /** Follows until a response is no redirect. */
  void followAll(Exchange first) {
    Exchange exchange = first;
    for (int hop = 0; isRedirect(exchange); hop++) {
      if (hop == MOST_HOPS) {
        throw StepFailure.of("The redirects do not end.")
            .evidence(
                "After "
                    + MOST_HOPS
                    + " of them, "
                    + exchange.summary()
                    + " and points to '"
                    + exchange.header("Location")
                    + "'.")
            .fix("Correct the service that sends them in a circle.");
      }
      exchange = follow(exchange);
    }
  }

  /** Follows once. */
  Exchange follow(Exchange exchange) {
    if (!isRedirect(exchange)) {
      throw StepFailure.of("The response is no redirect.")
          .evidence(exchange.summary() + "; the header 'Location' counts only with a status 3xx.")
          .fix("Correct the service, or leave out the step.");
    }
    return session.send(next(exchange), transport);
  }

  static boolean isRedirect(Exchange exchange) {
    return switch (exchange.status()) {
      case 301, 302, 303, 307, 308 -> !exchange.header("Location").isEmpty();
      default -> false;
    };
  }

  private Request next(Exchange exchange) {
    Request before = exchange.request();
    URI to = location(exchange);
    boolean get = becomesGet(exchange.status(), before.method());
    Target target = target(before, to);
    Body body = get ? Body.NONE : before.body();
    return new Request(
        get ? "GET" : before.method(),
        to.getRawPath() + (to.getRawQuery() == null ? "" : "?" + to.getRawQuery()),
        target,
        to.toString(),
        session.headers(new NextRequest(), target, to.toString(), body),
        body);
  }

  private static URI location(Exchange exchange) {
    String location = exchange.header("Location");
    try {
      URI to = URI.create(exchange.request().url()).resolve(location);
      return to.getRawPath().isEmpty() ? to.resolve("/") : to;
    } catch (IllegalArgumentException e) {
      throw StepFailure.of("The response redirects to '" + location + "', which is no URL.")
          .evidence(exchange.summary() + ".")
          .fix("Correct the service.")
          .causedBy(e);
    }
  }

  /** Browsers make a POST a GET on 301 and 302, and anything but HEAD on 303. */
  private static boolean becomesGet(int status, String method) {
    return switch (status) {
      case 301, 302 -> "POST".equals(method);
      case 303 -> !"HEAD".equals(method.toUpperCase(Locale.ROOT));
      default -> false;
    };
  }

  private Target target(Request before, URI to) {
    String origin = to.getScheme() + "://" + to.getRawAuthority();
    return origin.equals(before.target().address())
        ? before.target()
        : Target.of(origin, session.scope());
  }
}

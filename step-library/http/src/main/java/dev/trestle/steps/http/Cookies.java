package dev.trestle.steps.http;

import dev.trestle.steps.core.compare.Pair;
import dev.trestle.steps.core.exchange.Exchange;
import dev.trestle.steps.core.exchange.Target;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The cookies of a scenario, by the JDK's rules, RFC 6265; kept only when asked. Each service has
 * its own, since all are on the same host here, and a cookie does not tell ports apart.
 */
final class Cookies {

  private static final String SET_COOKIE = "Set-Cookie";

  private final Map<String, CookieManager> kept = new HashMap<>();
  private boolean keeping;

  /** Keeps what is received from now on. */
  void keep() {
    keeping = true;
  }

  /** Forgets all that were kept; those that come are kept as before. */
  void clear() {
    kept.clear();
  }

  /** Looks at a response's cookies. */
  void receive(Exchange exchange) {
    if (keeping) {
      Target target = exchange.request().target();
      CookieManager cookies =
          kept.computeIfAbsent(target.written(), service -> new CookieManager());
      try {
        cookies.put(URI.create(exchange.request().url()), Map.of(SET_COOKIE, setCookies(exchange)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** The header of a request, if it has any cookie. */
  Optional<String> header(Target target, String url, List<Pair> own) {
    List<String> all = new ArrayList<>(kept(target, url));
    own.forEach(cookie -> all.add(cookie.name() + "=" + cookie.value()));
    return all.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", all));
  }

  private List<String> kept(Target target, String url) {
    CookieManager cookies = kept.get(target.written());
    if (cookies == null) {
      return List.of();
    }
    try {
      return cookies.get(URI.create(url), Map.of()).getOrDefault("Cookie", List.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The value that a response gives to a cookie. */
  static Optional<String> value(Exchange exchange, String name) {
    return setCookies(exchange).stream()
        .flatMap(Cookies::parse)
        .filter(cookie -> cookie.getName().equals(name))
        .map(HttpCookie::getValue)
        .findFirst();
  }

  private static List<String> setCookies(Exchange exchange) {
    return exchange.headers().stream()
        .filter(header -> SET_COOKIE.equalsIgnoreCase(header.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }

  private static Stream<HttpCookie> parse(String header) {
    try {
      return HttpCookie.parse(header).stream();
    } catch (IllegalArgumentException e) {
      return Stream.empty(); // What is no cookie sets none.
    }
  }
}

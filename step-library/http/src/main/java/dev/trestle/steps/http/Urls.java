package dev.trestle.steps.http;

import dev.trestle.protocol.EnvironmentDescription;
import dev.trestle.protocol.ServiceDescription;
import dev.trestle.steps.core.StepFailure;
import dev.trestle.steps.core.compare.Pair;
import dev.trestle.steps.core.exchange.Target;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** URLs from what a feature says. */
final class Urls {

  /** What RFC 3986 allows in a path and a query, besides letters and digits. */
  private static final String ALLOWED = "-._~!$&'()*+,;=:@/?";

  /** What was encoded already and got its percent sign encoded again. */
  private static final Pattern ENCODED_PERCENT = Pattern.compile("%25(?=[0-9A-Fa-f]{2})");

  private static final Pattern LOOPBACK = Pattern.compile("(?i)^(?:localhost|\\[::1\\])(:\\d+)$");

  private static final Pattern WHOLE = Pattern.compile("(?i)https?://");

  private Urls() {}

  /**
   * The path and query of what a step gives as a path. That may be a whole URL, such as a link that
   * was saved from a mail. Its host is the public name of the service, so the request goes to the
   * service that the step names, unless the host is known to be another service.
   *
   * @throws StepFailure when it leads to another service
   */
  static String path(String written, Target target, Supplier<EnvironmentDescription> environment) {
    if (!WHOLE.matcher(written).lookingAt()) {
      return written;
    }
    int start = written.indexOf("://") + 3;
    int end = start;
    while (end < written.length() && "/?#".indexOf(written.charAt(end)) < 0) {
      end++;
    }
    requireNoOther(written, written.substring(start, end), target, environment.get());
    int fragment = written.indexOf('#', end);
    String path = written.substring(end, fragment < 0 ? written.length() : fragment);
    return path.isEmpty() ? "/" : path;
  }

  private static void requireNoOther(
      String written, String authority, Target target, EnvironmentDescription environment) {
    String address = LOOPBACK.matcher(authority).replaceFirst("127.0.0.1$1");
    String host = authority.replaceFirst(":\\d*$", "");
    for (ServiceDescription other : environment.services()) {
      boolean leads =
          other.name().equalsIgnoreCase(host) || other.endpoints().containsValue(address);
      if (leads && !other.name().equals(target.written())) {
        throw StepFailure.of("The URL '" + written + "' leads to another service.")
            .evidence("It leads to '" + other.name() + "'; the step names " + target.named() + ".")
            .fix("Name '" + other.name() + "' in the step, or correct the service's link.");
      }
    }
  }

  /** The URL of a path; what a URL may not hold is encoded, what is encoded already stays. */
  static String of(String address, String path, List<Pair> query) {
    StringBuilder url = new StringBuilder(address);
    if (!path.isEmpty() && !path.startsWith("/") && !path.startsWith("?")) {
      url.append('/');
    }
    url.append(encode(path));
    char separator = path.contains("?") ? '&' : '?';
    for (Pair parameter : query) {
      url.append(separator).append(component(parameter.name()));
      url.append('=').append(component(parameter.value()));
      separator = '&';
    }
    return url.toString();
  }

  private static String encode(String path) {
    StringBuilder out = new StringBuilder();
    path.codePoints().forEach(c -> out.append(isKept(c) ? Character.toString(c) : component(c)));
    return ENCODED_PERCENT.matcher(out).replaceAll("%");
  }

  private static boolean isKept(int c) {
    return c < 128 && (Character.isLetterOrDigit(c) || ALLOWED.indexOf(c) >= 0);
  }

  private static String component(int c) {
    return component(Character.toString(c));
  }

  /** A text as a part of a path or a query. */
  static String component(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}

package dev.trestle.steps.http;

import dev.trestle.steps.core.StepFailure;
import dev.trestle.steps.core.compare.Pair;
import dev.trestle.steps.core.exchange.Target;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** URLs from what a feature says. */
final class Urls {

  /** What RFC 3986 allows in a path and a query, besides letters and digits. */
  private static final String ALLOWED = "-._~!$&'()*+,;=:@/?";

  /** What was encoded already and got its percent sign encoded again. */
  private static final Pattern ENCODED_PERCENT = Pattern.compile("%25(?=[0-9A-Fa-f]{2})");

  private static final Pattern WHOLE = Pattern.compile("(?i)https?://");

  private Urls() {}

  /**
   * The path and query of what a step gives as a path. That may be a whole URL, such as a link that
   * was saved from a mail, when it leads to the service that the step names.
   *
   * @throws StepFailure when it leads elsewhere
   */
  static String path(String written, Target target) {
    if (!WHOLE.matcher(written).lookingAt()) {
      return written;
    }
    int start = written.indexOf("://") + 3;
    int end = start;
    while (end < written.length() && "/?#".indexOf(written.charAt(end)) < 0) {
      end++;
    }
    String authority = written.substring(start, end).toLowerCase(Locale.ROOT);
    String address = target.address().substring(target.address().indexOf("://") + 3);
    String host = authority.replaceFirst(":\\d*$", "");
    boolean same =
        authority.equals(address.toLowerCase(Locale.ROOT))
            || host.equals(target.written().toLowerCase(Locale.ROOT));
    if (!same) {
      throw StepFailure.of("The URL '" + written + "' does not lead to " + target.named() + ".")
          .evidence("Its host is '" + authority + "'; the service is at '" + address + "'.")
          .fix("Name the service that the URL leads to, or write the path alone.");
    }
    int fragment = written.indexOf('#', end);
    String path = written.substring(end, fragment < 0 ? written.length() : fragment);
    return path.isEmpty() ? "/" : path;
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

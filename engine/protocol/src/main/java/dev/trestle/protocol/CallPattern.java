package dev.trestle.protocol;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The calls that a text such as {@code GET /items/*}{@code /price?currency=EUR} means. In the path,
 * {@code *} is one segment or a part of one, at least a character, and so is each run of them, such
 * as what a masked value leaves; {@code **} does not reach over several segments. The query's
 * parameters must be there in any order, beside others or not, and {@code *} is any value; without
 * a query, any query matches. Texts are compared as written and percent-decoded.
 */
public final class CallPattern {

  private static final Pattern WRITTEN = Pattern.compile("(?:([A-Z]+)(?: +|$))?(/[^#]*)?");
  private static final String ANY = "*";
  private static final Pattern RUN = Pattern.compile("\\*+");

  private final String written;
  private final @Nullable String method;
  private final @Nullable String path;
  private final String @Nullable [] segments;
  private final List<Parameter> query;

  /**
   * A parameter of a query, decoded.
   *
   * @param name its name
   * @param value its value, null for any
   */
  public record Parameter(String name, @Nullable String value) {

    @Override
    public String toString() {
      return name + "=" + (value == null ? ANY : value);
    }
  }

  private CallPattern(String written, @Nullable String method, @Nullable String target) {
    this.written = written;
    this.method = method;
    this.path = target == null ? null : before(target);
    this.segments = path == null ? null : RUN.matcher(path).replaceAll(ANY).split("/", -1);
    this.query = target == null ? List.of() : parameters(after(target), true);
  }

  /**
   * Reads a text: a method, a path with or without a query, or both.
   *
   * @throws IllegalArgumentException when it is none of these
   */
  public static CallPattern of(String written) {
    Matcher parts = WRITTEN.matcher(written.strip());
    if (written.isBlank() || !parts.matches()) {
      throw new IllegalArgumentException(
          "'" + written + "' is neither a method and a path nor a path alone.");
    }
    return new CallPattern(written.strip(), parts.group(1), parts.group(2));
  }

  /** The method, or null for any. */
  public @Nullable String method() {
    return method;
  }

  /** The path with its {@code *}, or null for any. */
  public @Nullable String path() {
    return path;
  }

  /** A regular expression for the path alone, as written. */
  public String pathExpression() {
    return path == null ? ".*" : expression(RUN.matcher(path).replaceAll(ANY));
  }

  /** The parameters that a query must have. */
  public List<Parameter> query() {
    return query;
  }

  /** Whether a call is one of these. */
  public boolean fits(String called, String target) {
    return misfit(called, target) == null;
  }

  /**
   * Why a call is not one of these, as the end of a sentence about the call; null when it is.
   *
   * @param called its method
   * @param target its path with its query
   */
  public @Nullable String misfit(String called, String target) {
    if (method != null && !method.equalsIgnoreCase(called)) {
      return "the method is not " + method;
    }
    String requested = before(target);
    if (!isPath(requested) && !isPath(decoded(requested, false))) {
      return "the path is not " + path;
    }
    List<Parameter> rest = new ArrayList<>(parameters(after(target), false));
    for (Parameter wanted : query) {
      if (!rest.removeIf(new First(wanted)::test)) {
        return "the query does not have " + wanted;
      }
    }
    return null;
  }

  /** Reads each text once whatever the pattern is: it runs while calls wait. */
  private boolean isPath(String requested) {
    String[] wanted = segments;
    if (wanted == null) {
      return true;
    }
    int begin = 0;
    for (int i = 0; i < wanted.length; i++) {
      int slash = requested.indexOf('/', begin);
      boolean isLast = i == wanted.length - 1;
      if ((slash < 0) != isLast) {
        return false;
      }
      int end = isLast ? requested.length() : slash;
      if (!isSegment(wanted[i].split("\\*", -1), requested.substring(begin, end))) {
        return false;
      }
      begin = end + 1;
    }
    return true;
  }

  /** The first and the last part are where they must be, each other one as early as it can be. */
  private static boolean isSegment(String[] parts, String given) {
    if (parts.length == 1) {
      return parts[0].equals(given);
    }
    String last = parts[parts.length - 1];
    int end = given.length() - last.length();
    if (!given.startsWith(parts[0]) || !given.endsWith(last)) {
      return false;
    }
    int at = parts[0].length();
    for (int i = 1; i < parts.length - 1; i++) {
      int found = given.indexOf(parts[i], at + 1);
      if (found < 0 || found + parts[i].length() > end) {
        return false;
      }
      at = found + parts[i].length();
    }
    return at < end && given.substring(parts[0].length(), end).indexOf('?') < 0;
  }

  /** Matches one parameter, once: a parameter that is written twice must be there twice. */
  private static final class First {

    private final Parameter wanted;
    private boolean found;

    First(Parameter wanted) {
      this.wanted = wanted;
    }

    boolean test(Parameter given) {
      boolean matches =
          !found
              && given.name().equals(wanted.name())
              && (wanted.value() == null || wanted.value().equals(given.value()));
      found = found || matches;
      return matches;
    }
  }

  private static String before(String target) {
    int query = target.indexOf('?');
    return query < 0 ? target : target.substring(0, query);
  }

  private static String after(String target) {
    int query = target.indexOf('?');
    return query < 0 ? "" : target.substring(query + 1);
  }

  /** The parameters of a query; values first where they are given, so that any takes the rest. */
  private static List<Parameter> parameters(String query, boolean isPattern) {
    List<Parameter> given = new ArrayList<>();
    List<Parameter> any = new ArrayList<>();
    for (String part : query.split("&")) {
      if (!part.isEmpty()) {
        int equals = part.indexOf('=');
        String name = decoded(equals < 0 ? part : part.substring(0, equals), true);
        String value = equals < 0 ? "" : part.substring(equals + 1);
        if (isPattern && RUN.matcher(value).matches()) {
          any.add(new Parameter(name, null));
        } else {
          given.add(new Parameter(name, decoded(value, true)));
        }
      }
    }
    given.addAll(any);
    return List.copyOf(given);
  }

  private static String decoded(String text, boolean isQuery) {
    if (text.indexOf('%') < 0 && !(isQuery && text.indexOf('+') >= 0)) {
      return text;
    }
    try {
      return URLDecoder.decode(isQuery ? text : text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text; // a percent sign that encodes nothing
    }
  }

  private static String expression(String path) {
    return Arrays.stream(path.split("\\*", -1))
        .map(CallPattern::literal)
        .collect(Collectors.joining("[^/?]+"));
  }

  /** Without {@code \Q}, so that logs and WireMock's near misses stay readable. */
  private static String literal(String text) {
    return text.replaceAll("[\\\\.\\[\\]{}()+?^$|]", "\\\\$0");
  }

  /** As it was written. */
  @Override
  public String toString() {
    return written;
  }
}

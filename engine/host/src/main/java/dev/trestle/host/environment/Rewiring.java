package dev.trestle.host.environment;

import dev.trestle.host.compose.ToldEdge;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Points one consumer to where its providers are: {@code name:port} becomes {@code 127.0.0.1:port},
 * or what a container finds this machine by, wherever it is written.
 */
final class Rewiring {

  static final String LOOPBACK = "127.0.0.1";

  /**
   * Where a consumer finds a provider.
   *
   * @param host the host name or address
   * @param port the port
   */
  record Place(String host, int port) {

    static Place local(int port) {
      return new Place(LOOPBACK, port);
    }
  }

  /** Where a consumer finds its providers. */
  @FunctionalInterface
  interface Addresses {
    /**
     * A provider's place for one consumer.
     *
     * @param host a host name of the provider
     * @param port the port that the consumer asks for, 0 when it does not say
     * @param http whether it is plain HTTP
     * @return null when it is where the consumer says
     */
    @Nullable Place place(String host, int port, boolean http);
  }

  private static final Pattern NO_NAMES = Pattern.compile("(?!)");
  private static final Pattern HOST_VARIABLE = Pattern.compile("(.*?)HOST(NAME)?");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,5}");

  private final Collection<String> hosts;
  private final Addresses addresses;
  private final List<ToldEdge> told;
  private final Pattern place;

  /**
   * The rewiring of one consumer.
   *
   * @param hosts the host names of all services
   * @param addresses where the consumer finds them
   */
  Rewiring(Collection<String> hosts, Addresses addresses) {
    this(hosts, addresses, List.of());
  }

  /**
   * The rewiring of one consumer whose variables do not show everything.
   *
   * @param hosts the host names of all services
   * @param addresses where the consumer finds them
   * @param told its edges that the Compose file tells of
   */
  Rewiring(Collection<String> hosts, Addresses addresses, List<ToldEdge> told) {
    this.hosts = hosts;
    this.addresses = addresses;
    this.told = told;
    this.place = hosts.isEmpty() ? NO_NAMES : place(hosts);
  }

  private static Pattern place(Collection<String> hosts) {
    String names =
        hosts.stream()
            .sorted(Comparator.comparing(String::length).reversed())
            .map(Pattern::quote)
            .collect(Collectors.joining("|"));
    return Pattern.compile(
        "(?:(?<scheme>[A-Za-z][A-Za-z0-9+.-]*)://(?<user>[^\\s/@,;]*@)?|(?<![A-Za-z0-9_.-]))"
            + ("(?<host>" + names + ")")
            + "(?::(?<port>[0-9]{1,5}))?(?![A-Za-z0-9_@.-]|:[0-9])");
  }

  /** A value or argument with every provider's place replaced. */
  String text(String text) {
    return place.matcher(text).replaceAll(match -> Matcher.quoteReplacement(replacement(match)));
  }

  /** Variables with every provider's place replaced, also where host and port are two of them. */
  Map<String, String> variables(Map<String, String> variables) {
    Map<String, String> rewired = new LinkedHashMap<>();
    variables.forEach((name, value) -> rewired.put(name, text(value)));
    variables.forEach(
        (name, value) -> {
          Matcher variable = HOST_VARIABLE.matcher(name);
          if (variable.matches() && hosts.contains(value)) {
            String prefix = variable.group(1);
            String port = prefix + "PORT";
            int asked = prefix.isEmpty() ? 0 : number(variables.getOrDefault(port, ""));
            Place place = addresses.place(value, asked, false);
            if (place != null) {
              rewired.put(name, place.host());
              if (!prefix.isEmpty()) {
                rewired.put(port, String.valueOf(place.port()));
              }
            }
          }
        });
    told.forEach(edge -> rewire(edge, rewired));
    return rewired;
  }

  private void rewire(ToldEdge edge, Map<String, String> rewired) {
    if (edge.portVariable() != null && hosts.contains(edge.provider())) {
      Place place = addresses.place(edge.provider(), edge.port(), edge.http());
      if (place != null) {
        rewired.put(edge.portVariable(), String.valueOf(place.port()));
        if (edge.hostVariable() != null) {
          rewired.put(edge.hostVariable(), place.host());
        }
      }
    }
  }

  private String replacement(MatchResult match) {
    // The groups by number: a MatchResult of Java 17 does not know their names.
    String scheme = match.group(1);
    String port = match.group(4);
    if (scheme == null && port == null) {
      return match.group(); // a name alone may be any word
    }
    String before =
        scheme == null ? "" : scheme + "://" + (match.group(2) == null ? "" : match.group(2));
    boolean http = scheme != null && scheme.toLowerCase(Locale.ROOT).equals("http");
    int asked = port == null ? 0 : Integer.parseInt(port);
    Place place = addresses.place(match.group(3), asked, http);
    return place == null ? match.group() : before + place.host() + ":" + place.port();
  }

  private static int number(String text) {
    return NUMBER.matcher(text).matches() ? Integer.parseInt(text) : 0;
  }
}

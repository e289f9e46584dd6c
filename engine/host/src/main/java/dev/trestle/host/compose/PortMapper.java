package dev.trestle.host.compose;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Maps {@code ports}, short and long, and {@code expose}. */
final class PortMapper {
  private static final Keys KEYS =
      Keys.of("target", "published", "host_ip", "protocol").unused("name", "mode", "app_protocol");
  private static final Pattern SHORT =
      Pattern.compile(
          "(?:(?:(?<ip>\\[[0-9a-fA-F:.]+]|[0-9.]+):)?(?<published>\\d+(?:-\\d+)?)?:)?"
              + "(?<target>\\d+(?:-\\d+)?)(?:/(?<protocol>\\w+))?");
  private static final Set<String> PROTOCOLS = Set.of("tcp", "udp");

  private record Range(int first, int last) {
    int size() {
      return last - first + 1;
    }
  }

  private PortMapper() {}

  static List<PortMapping> ports(@Nullable Field ports, Warnings warnings) {
    Map<Object, PortMapping> unique = new LinkedHashMap<>();
    for (Field port : ports == null ? List.<Field>of() : ports.items()) {
      for (PortMapping mapping : port.isMapping() ? ofMapping(port, warnings) : ofText(port)) {
        List<Object> key =
            Arrays.asList(
                mapping.hostAddress(), mapping.published(), mapping.target(), mapping.protocol());
        unique.put(key, mapping);
        if (mapping.protocol().equals("udp")) {
          warnOfUdp(port, warnings);
        }
      }
    }
    return List.copyOf(unique.values());
  }

  /** The TCP ports; containers of one network reach those of UDP all the same. */
  static List<Integer> exposed(Field expose, Warnings warnings) {
    Set<Integer> ports = new LinkedHashSet<>();
    for (Field item : expose.items()) {
      if (item.text().endsWith("/udp")) {
        warnOfUdp(item, warnings);
        range(item.text().replaceFirst("/udp$", ""), item);
        continue;
      }
      Range range = range(item.text().replaceFirst("/tcp$", ""), item);
      IntStream.rangeClosed(range.first(), range.last()).forEach(ports::add);
    }
    return List.copyOf(ports);
  }

  private static void warnOfUdp(Field port, Warnings warnings) {
    warnings.add(
        port.position(), port.key(), "a UDP port is not published, and has no edge, in Trestle");
  }

  private static List<PortMapping> ofText(Field port) {
    Matcher parts = SHORT.matcher(port.text());
    if (!parts.matches()) {
      throw malformed(port);
    }
    String ip = parts.group("ip");
    return expand(
        port,
        ip == null ? null : ip.replaceAll("[\\[\\]]", ""),
        parts.group("published"),
        parts.group("target"),
        Objects.requireNonNullElse(parts.group("protocol"), "tcp"));
  }

  private static List<PortMapping> ofMapping(Field port, Warnings warnings) {
    KEYS.check(port, warnings);
    Field target = port.get("target");
    if (target == null) {
      throw malformed(port);
    }
    Field published = port.get("published");
    Field ip = port.get("host_ip");
    Field protocol = port.get("protocol");
    return expand(
        port,
        ip == null ? null : ip.text(),
        published == null || published.text().isEmpty() ? null : published.text(),
        String.valueOf(target.port()),
        protocol == null ? "tcp" : protocol.text());
  }

  private static List<PortMapping> expand(
      Field port, @Nullable String ip, @Nullable String published, String target, String protocol) {
    Range targets = range(target, port);
    Range hosts = published == null ? null : range(published, port);
    boolean pairs = hosts == null || hosts.size() == targets.size() || targets.size() == 1;
    if (!pairs || !PROTOCOLS.contains(protocol)) {
      throw malformed(port);
    }
    List<PortMapping> mappings = new ArrayList<>();
    for (int i = 0; i < targets.size(); i++) {
      Integer host =
          hosts == null || hosts.first() == 0 ? null : Integer.valueOf(hosts.first() + i);
      mappings.add(new PortMapping(ip, host, targets.first() + i, protocol, port.position()));
    }
    return mappings;
  }

  private static Range range(String text, Field field) {
    String[] ends = text.split("-", -1);
    if (!text.matches("\\d{1,5}(-\\d{1,5})?")) {
      throw malformed(field);
    }
    int first = Integer.parseInt(ends[0]);
    int last = Integer.parseInt(ends[ends.length - 1]);
    if (first > last || last > 65_535) {
      throw malformed(field);
    }
    return new Range(first, last);
  }

  private static ComposeException malformed(Field port) {
    return port.error(
        "a port is malformed",
        port.isMapping()
            ? "It has the keys: " + String.join(", ", port.entries().keySet()) + "."
            : "Found: " + port.text(),
        "Write it as \"8080:80\", \"127.0.0.1:8080:80/tcp\" or { target: 80, published: 8080 }.");
  }
}

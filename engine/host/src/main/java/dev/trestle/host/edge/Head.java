package dev.trestle.host.edge;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The first line and the fields of a request or response, RFC 9112.
 *
 * @param bytes as it came, with the empty line at its end
 * @param first the three parts of its first line
 * @param lines its field lines as they came
 * @param fields its fields by lower-case name, those of one name together
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Head(byte[] bytes, String[] first, List<String> lines, Map<String, String> fields) {

  private static final Pattern STATUS = Pattern.compile("[1-9][0-9][0-9]");
  private static final Pattern BETWEEN_ELEMENTS = Pattern.compile("[,;\\s]+");

  /** Reads a head, or null when it is none. */
  static @Nullable Head of(byte[] bytes) {
    String[] lines = lines(new String(bytes, ISO_8859_1).strip());
    String[] first = lines[0].split(" ", 3);
    boolean response = lines[0].startsWith("HTTP/1.");
    if (response ? first.length < 2 : first.length != 3 || !first[2].startsWith("HTTP/1.")) {
      return null;
    }
    if (response && !STATUS.matcher(first[1]).matches()) {
      return null;
    }
    List<String> unfolded = unfolded(lines);
    return fields(unfolded).map(fields -> new Head(bytes, first, unfolded, fields)).orElse(null);
  }

  /** The field lines; a line that begins with a space goes on with the one before. */
  private static List<String> unfolded(String[] lines) {
    List<String> all = new ArrayList<>(lines.length - 1);
    @Nullable StringBuilder folded = null;
    for (int i = 1; i < lines.length; i++) {
      String line = lines[i];
      if (!all.isEmpty() && (line.startsWith(" ") || line.startsWith("\t"))) {
        folded = folded == null ? new StringBuilder(all.get(all.size() - 1)) : folded;
        folded.append("\r\n").append(line);
      } else {
        if (folded != null) {
          all.set(all.size() - 1, folded.toString());
          folded = null;
        }
        all.add(line);
      }
    }
    if (folded != null) {
      all.set(all.size() - 1, folded.toString());
    }
    return all;
  }

  /** Those of one name are joined at the end, since there can be thousands of them. */
  private static Optional<Map<String, String>> fields(List<String> lines) {
    Map<String, String> fields = new LinkedHashMap<>();
    Map<String, StringBuilder> repeated = new HashMap<>();
    for (String line : lines) {
      int colon = line.indexOf(':');
      if (colon < 1) {
        return Optional.empty();
      }
      String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
      String value = line.substring(colon + 1).strip();
      String before = fields.putIfAbsent(name, value);
      if (before != null) {
        repeated
            .computeIfAbsent(name, first -> new StringBuilder(before))
            .append(", ")
            .append(value);
      }
    }
    repeated.forEach((name, values) -> fields.put(name, values.toString()));
    return Optional.of(fields);
  }

  /** Every call goes through here twice, so without a pattern. */
  private static String[] lines(String text) {
    String[] lines = text.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      if (lines[i].endsWith("\r")) {
        lines[i] = lines[i].substring(0, lines[i].length() - 1);
      }
    }
    return lines;
  }

  boolean isResponse() {
    return first[0].startsWith("HTTP/1.");
  }

  String method() {
    return first[0];
  }

  /** The path with its query, also of a request that names the whole address. */
  String path() {
    int scheme = first[1].indexOf("://");
    int path = scheme < 0 ? -1 : first[1].indexOf('/', scheme + 3);
    return path < 0 ? first[1] : first[1].substring(path);
  }

  /** The path without its query. */
  String pathAlone() {
    String path = path();
    int query = path.indexOf('?');
    return query < 0 ? path : path.substring(0, query);
  }

  int status() {
    return Integer.parseInt(first[1]);
  }

  String field(String name) {
    return fields.getOrDefault(name, "");
  }

  /** Whether a field that is a list has an element. */
  boolean has(String name, String element) {
    String value = fields.get(name);
    return value != null
        && List.of(BETWEEN_ELEMENTS.split(value.toLowerCase(Locale.ROOT))).contains(element);
  }

  boolean isVersion10() {
    return first[isResponse() ? 0 : 2].equals("HTTP/1.0");
  }

  /** Whether readers differ in how they understand it, RFC 9112 sections 2.2, 5.1 and 5.2. */
  boolean isDoubtful() {
    for (String line : lines) {
      if (!isToken(line, line.indexOf(':'))
          || line.indexOf('\0') >= 0
          || hasBareReturn(line)
          || hidesFrame(line)) {
        return true;
      }
    }
    return false;
  }

  /** A name is a token; a space, a control character or a line that goes on with nothing is not. */
  private static boolean isToken(String line, int length) {
    for (int i = 0; i < length; i++) {
      char next = line.charAt(i);
      if (next <= ' ' || next >= 127) {
        return false;
      }
    }
    return true;
  }

  /**
   * A folded line that some take for a field of its own, and which would say where the body ends.
   */
  private static boolean hidesFrame(String line) {
    if (line.indexOf('\n') < 0) {
      return false;
    }
    String all = line.toLowerCase(Locale.ROOT);
    return all.contains("content-length") || all.contains("transfer-encoding");
  }

  private static boolean hasBareReturn(String line) {
    return line.indexOf('\r') >= 0 && line.replace("\r\n", "").indexOf('\r') >= 0;
  }

  /** As it came, but without the offer of HTTP/2: nobody could look into that. */
  byte[] withoutHttp2() {
    if (fields.get("upgrade") == null || !has("upgrade", "h2c")) {
      return bytes;
    }
    String others = without(field("upgrade"), Set.of("h2c"));
    Set<String> dropped =
        others.isEmpty() ? Set.of("http2-settings", "upgrade") : Set.of("http2-settings");
    String connection = without(field("connection"), dropped);
    List<String> more = new ArrayList<>();
    if (!connection.isEmpty()) {
      more.add("Connection: " + connection);
    }
    if (!others.isEmpty()) {
      more.add("Upgrade: " + others);
    }
    return with(Set.of("upgrade", "http2-settings", "connection"), more.toArray(new String[0]));
  }

  private static String without(String list, Set<String> dropped) {
    return Stream.of(list.split(",", -1))
        .map(String::strip)
        .filter(each -> !each.isEmpty() && !dropped.contains(each.toLowerCase(Locale.ROOT)))
        .collect(Collectors.joining(", "));
  }

  /** The same first line with other fields. */
  byte[] with(Set<String> without, String... more) {
    List<String> all = new ArrayList<>();
    all.add(String.join(" ", first));
    for (String line : lines) {
      String name = line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT);
      if (!without.contains(name)) {
        all.add(line);
      }
    }
    all.addAll(List.of(more));
    return (String.join("\r\n", all) + "\r\n\r\n").getBytes(ISO_8859_1);
  }
}

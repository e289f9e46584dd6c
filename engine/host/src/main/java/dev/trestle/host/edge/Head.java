package dev.trestle.host.edge;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
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
    Map<String, String> fields = new LinkedHashMap<>();
    for (int i = 1; i < lines.length; i++) {
      int colon = lines[i].indexOf(':');
      if (colon < 1) {
        return null;
      }
      String name = lines[i].substring(0, colon).toLowerCase(Locale.ROOT);
      fields.merge(name, lines[i].substring(colon + 1).strip(), (a, b) -> a + ", " + b);
    }
    return new Head(bytes, first, List.of(lines).subList(1, lines.length), fields);
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

  /** Whether the connection ends with this message. */
  boolean closes() {
    boolean old = first[0].equals("HTTP/1.0") || first[first.length - 1].equals("HTTP/1.0");
    return has("connection", "close") || (old && !has("connection", "keep-alive"));
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

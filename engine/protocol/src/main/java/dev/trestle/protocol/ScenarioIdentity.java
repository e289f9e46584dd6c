package dev.trestle.protocol;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The identity of a scenario for history, retries and timings: file, rule, name and example values,
 * never a line.
 */
public final class ScenarioIdentity {

  private static final String FILE = "file:";

  /** A scheme of at least two letters, since one is a drive's. */
  private static final Pattern NO_FILE = Pattern.compile("(?!file:)[A-Za-z][A-Za-z0-9+.-]+:");

  private static final Pattern WINDOWS = Pattern.compile("/[A-Za-z]:/");

  private ScenarioIdentity() {}

  /**
   * The identity as readable text.
   *
   * @param file the feature file, relative to the project's folder, with forward slashes
   * @param rule the rule's name, empty for none
   * @param name the scenario's name
   * @param examples the values of the example row, empty for none
   */
  public static String of(String file, String rule, String name, List<String> examples) {
    List<String> parts = new ArrayList<>();
    parts.add(file);
    if (!rule.isEmpty()) {
      parts.add(rule);
    }
    parts.add(name);
    if (!examples.isEmpty()) {
      parts.add(String.join(" | ", examples));
    }
    return String.join(" › ", parts);
  }

  /**
   * The identity as Allure keeps history by it.
   *
   * @param identity the readable identity
   * @return 32 hexadecimal digits, the MD5 hash of its UTF-8 text
   */
  public static String hash(String identity) {
    try {
      byte[] text = identity.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has MD5.", e);
    }
  }

  /**
   * The file of a Cucumber URI as people write it.
   *
   * @param uri such as {@code file:///work/shop/features/cart.feature}
   * @param directory the project's folder
   * @return the path relative to the project's folder with forward slashes, the whole path when it
   *     lies elsewhere, or the URI when it names no file
   */
  public static String file(String uri, Path directory) {
    if (NO_FILE.matcher(uri).lookingAt()) {
      return uri;
    }
    Path root = directory.toAbsolutePath().normalize();
    String plain = path(uri);
    Path absolute = root.resolve(plain).normalize();
    String name = absolute.startsWith(root) ? root.relativize(absolute).toString() : plain;
    return name.replace('\\', '/');
  }

  private static String path(String uri) {
    if (!uri.startsWith(FILE)) {
      return uri;
    }
    String path;
    try {
      URI parsed = URI.create(uri);
      path = parsed.isOpaque() ? parsed.getSchemeSpecificPart() : parsed.getPath();
    } catch (IllegalArgumentException e) {
      path = uri.substring(FILE.length());
    }
    return WINDOWS.matcher(path).lookingAt() ? path.substring(1) : path;
  }
}

package dev.trestle.protocol;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The identity of a scenario for history, retries and timings: file, rule, name and example values,
 * never a line.
 */
public final class ScenarioIdentity {

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
   * The file of a Cucumber URI as people write it.
   *
   * @param uri such as {@code file:///work/shop/features/cart.feature}
   * @param directory the project's folder
   * @return the path relative to the project's folder with forward slashes, or the URI's text when
   *     it lies elsewhere
   */
  public static String file(String uri, Path directory) {
    String text = uri.startsWith("file:") ? uri.substring("file:".length()) : uri;
    String plain = text.startsWith("///") ? text.substring(2) : text;
    Path path = Path.of(plain);
    Path root = directory.toAbsolutePath().normalize();
    Path absolute = root.resolve(path).normalize();
    String name = absolute.startsWith(root) ? root.relativize(absolute).toString() : plain;
    return name.replace('\\', '/');
  }
}

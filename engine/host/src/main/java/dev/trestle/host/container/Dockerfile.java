package dev.trestle.host.container;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What of a Dockerfile must be known before it is built: the images that it starts from. */
final class Dockerfile {

  private static final Pattern VARIABLE = Pattern.compile("\\$(?:\\{(\\w+)(?::-([^}]*))?}|(\\w+))");
  private static final String NOTHING = "scratch";

  private final Map<String, String> arguments = new HashMap<>();
  private final Set<String> stages = new HashSet<>();
  private final Set<String> bases = new LinkedHashSet<>();
  private boolean begun;

  private Dockerfile(Map<String, String> given) {
    arguments.putAll(given);
  }

  /**
   * The images that the stages start from, without those that are stages themselves.
   *
   * @param file the Dockerfile
   * @param given the build arguments
   */
  static List<String> bases(Path file, Map<String, String> given) throws IOException {
    Dockerfile dockerfile = new Dockerfile(given);
    for (String line : Files.readAllLines(file)) {
      dockerfile.read(line.strip().split("\\s+"), given);
    }
    return List.copyOf(dockerfile.bases);
  }

  private void read(String[] words, Map<String, String> given) {
    String instruction = words[0].toUpperCase(Locale.ROOT);
    if (instruction.equals("ARG") && !begun && words.length > 1) {
      String[] argument = words[1].split("=", 2);
      if (argument.length > 1 && !given.containsKey(argument[0])) {
        arguments.put(argument[0], resolved(argument[1].replaceAll("^[\"']|[\"']$", "")));
      }
    } else if (instruction.equals("FROM")) {
      begun = true;
      from(words);
    }
  }

  private void from(String[] words) {
    int at = 1;
    while (at < words.length && words[at].startsWith("--")) {
      at++;
    }
    if (at >= words.length) {
      return;
    }
    String image = resolved(words[at]);
    if (!image.isEmpty() && !image.equals(NOTHING) && !stages.contains(image)) {
      bases.add(image);
    }
    if (at + 2 < words.length && words[at + 1].equalsIgnoreCase("AS")) {
      stages.add(words[at + 2]);
    }
  }

  private String resolved(String text) {
    return VARIABLE
        .matcher(text)
        .replaceAll(
            found -> {
              String name = found.group(1) == null ? found.group(3) : found.group(1);
              String otherwise = found.group(2) == null ? "" : found.group(2);
              String value = arguments.getOrDefault(name, "");
              return Matcher.quoteReplacement(value.isEmpty() ? otherwise : value);
            });
  }
}

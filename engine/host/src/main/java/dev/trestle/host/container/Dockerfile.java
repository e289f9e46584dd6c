package dev.trestle.host.container;

import dev.trestle.host.compose.Build;
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
import org.jspecify.annotations.Nullable;
import org.testcontainers.utility.DockerImageName;

/** What of a Dockerfile must be known before it is built: the images that its stages need. */
final class Dockerfile {

  private static final Pattern VARIABLE =
      Pattern.compile("\\$(?:\\{(\\w+)(?::?([-+])([^}]*))?}|(\\w+))");
  private static final String NOTHING = "scratch";
  private static final String FROM_OPTION = "--from=";

  private final Map<String, String> arguments = new HashMap<>();
  private final Set<String> stages = new HashSet<>();
  private final Set<String> bases = new LinkedHashSet<>();
  private final @Nullable String target;
  private int begun;
  private boolean targeted;
  private boolean done;

  private Dockerfile(Map<String, String> given, @Nullable String target) {
    arguments.putAll(given);
    this.target = target;
  }

  /**
   * The images that the stages start and copy from, without those that are stages themselves.
   *
   * @param file the Dockerfile
   * @param build the arguments, and the stage after which nothing is built
   */
  static List<String> bases(Path file, Build build) throws IOException {
    Dockerfile dockerfile = new Dockerfile(build.args(), build.target());
    for (String line : Files.readAllLines(file)) {
      dockerfile.read(line.strip().split("\\s+"), build.args());
    }
    return List.copyOf(dockerfile.bases);
  }

  private void read(String[] words, Map<String, String> given) {
    String instruction = words[0].toUpperCase(Locale.ROOT);
    switch (instruction) {
      case "ARG" -> argument(words, given);
      case "FROM" -> from(words);
      case "COPY", "ADD" -> copy(words);
      default -> {
        // Another instruction needs no image.
      }
    }
  }

  private void argument(String[] words, Map<String, String> given) {
    if (begun > 0 || words.length < 2) {
      return;
    }
    String[] argument = words[1].split("=", 2);
    if (argument.length > 1 && !given.containsKey(argument[0])) {
      arguments.put(argument[0], resolved(argument[1].replaceAll("^[\"']|[\"']$", "")));
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
    done = done || targeted;
    targeted = isTarget(String.valueOf(begun));
    begun++;
    add(resolved(words[at]));
    if (at + 2 < words.length && words[at + 1].equalsIgnoreCase("AS")) {
      String name = words[at + 2].toLowerCase(Locale.ROOT);
      stages.add(name);
      targeted = targeted || isTarget(name);
    }
  }

  private boolean isTarget(String stage) {
    return target != null && target.toLowerCase(Locale.ROOT).equals(stage);
  }

  private void copy(String[] words) {
    for (String word : words) {
      if (word.startsWith(FROM_OPTION)) {
        String source = resolved(word.substring(FROM_OPTION.length()));
        if (!source.matches("\\d+")) {
          add(source);
        }
      }
    }
  }

  private void add(String image) {
    boolean stage = stages.contains(image.toLowerCase(Locale.ROOT));
    if (!done && !image.isEmpty() && !image.equals(NOTHING) && !stage) {
      bases.add(DockerImageName.parse(image).asCanonicalNameString());
    }
  }

  private String resolved(String text) {
    return VARIABLE
        .matcher(text)
        .replaceAll(
            found -> {
              String name = found.group(1) == null ? found.group(4) : found.group(1);
              String other = found.group(3) == null ? "" : found.group(3);
              String value = arguments.getOrDefault(name, "");
              boolean replaced = "+".equals(found.group(2)) != value.isEmpty();
              return Matcher.quoteReplacement(replaced ? other : value);
            });
  }
}

package dev.trestle.host.container;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;

/** What a {@code .dockerignore} keeps out of a build; the last rule that fits decides. */
final class Ignored {

  private record Rule(Pattern pattern, boolean excluded) {}

  private final List<Rule> rules = new ArrayList<>();

  private Ignored(List<String> lines) {
    for (String written : lines) {
      String line = written.strip();
      boolean kept = line.startsWith("!");
      String pattern = clean(kept ? line.substring(1).strip() : line);
      if (!written.startsWith("#") && !pattern.isEmpty()) {
        rules.add(new Rule(IgnorePattern.of(pattern), !kept));
      }
    }
  }

  /** Without the roundabout ways of a path. */
  private static String clean(String path) {
    Deque<String> parts = new ArrayDeque<>();
    for (String part : path.split("/", -1)) {
      if (part.equals("..") && !parts.isEmpty() && !parts.getLast().equals("..")) {
        parts.removeLast();
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.addLast(part);
      }
    }
    return String.join("/", parts);
  }

  /** The rules for one Dockerfile: its own, else those of the folder. */
  static Ignored of(Path context, Path dockerfile) throws IOException {
    Path own = dockerfile.resolveSibling(dockerfile.getFileName() + ".dockerignore");
    Path file = Files.isRegularFile(own) ? own : context.resolve(".dockerignore");
    return new Ignored(Files.isRegularFile(file) ? Files.readAllLines(file) : List.of());
  }

  /** Whether nothing under a folder can come in again. */
  boolean isClosed(String folder) {
    return excludes(folder) && rules.stream().allMatch(Rule::excluded);
  }

  /** Whether a path, with slashes, stays out. */
  boolean excludes(String path) {
    boolean excluded = false;
    for (Rule rule : rules) {
      if (rule.excluded() != excluded && rule.pattern().matcher(path).matches()) {
        excluded = rule.excluded();
      }
    }
    return excluded;
  }
}

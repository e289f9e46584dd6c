package dev.trestle.host.container;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What a {@code .dockerignore} keeps out of a build; the last rule that fits decides. */
final class Ignored {

  private record Rule(Pattern pattern, boolean excluded) {}

  private final List<Rule> rules = new ArrayList<>();

  private Ignored(List<String> lines) {
    for (String written : lines) {
      String line = written.strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      boolean kept = line.startsWith("!");
      String pattern = (kept ? line.substring(1) : line).strip();
      rules.add(new Rule(pattern(pattern.replaceAll("^(\\./|/)+|/+$", "")), !kept));
    }
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

  /** A rule for a folder holds for all in it. */
  private static Pattern pattern(String rule) {
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < rule.length(); i++) {
      char c = rule.charAt(i);
      if (rule.startsWith("**/", i)) {
        regex.append("(.*/)?");
        i += 2;
      } else if (rule.startsWith("**", i)) {
        regex.append(".*");
        i += 1;
      } else if (c == '*') {
        regex.append("[^/]*");
      } else if (c == '?') {
        regex.append("[^/]");
      } else {
        regex.append(Pattern.quote(String.valueOf(c)));
      }
    }
    return Pattern.compile(regex + "(/.*)?");
  }
}

package dev.trestle.benchmarks;

import dev.trestle.benchmarks.Options.Proving;
import dev.trestle.benchmarks.plan.Shape;
import dev.trestle.benchmarks.plan.Shapes;
import dev.trestle.benchmarks.stack.Stack;
import dev.trestle.benchmarks.stack.Stacks;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Makes options from a command line. */
final class OptionsReader {

  private static final List<String> SUITES =
      List.of("stacks", "report", "warm", "environment", "edges");

  private OptionsReader() {}

  static Options read(String... arguments) {
    CommandLine line = new CommandLine(arguments);
    boolean quick = line.has("--quick");
    Path home = Path.of(line.value("--home", ".")).toAbsolutePath().normalize();
    Path results = quick ? home.resolve("target/quick") : home;
    return new Options(
        home,
        line.has("--results") ? Path.of(line.value("--results", "")).toAbsolutePath() : results,
        line.value("--repository", ""),
        known(line, "--suite", SUITES, List.of("stacks")),
        known(line, "--stacks", names(home), names(home)),
        shapes(line, quick),
        line.number("--repetitions", quick ? 1 : 3),
        Duration.ofMinutes(line.number("--minutes", 24 * 60)),
        known(line, "--again", names(home), List.of()),
        line.has("--fresh") || quick,
        proving(line, quick),
        !line.has("--no-build"),
        line.has("--render"));
  }

  private static List<Shape> shapes(CommandLine line, boolean quick) {
    List<Integer> scenarios = quick ? List.of(1, 100) : List.of(1, 100, 1000, 5000);
    boolean chosen = line.has("--n") || line.has("--delays") || line.has("--lanes");
    return chosen || quick
        ? Shapes.cross(
            line.numbers("--n", scenarios),
            line.numbers("--delays", List.of(0)),
            line.numbers("--lanes", List.of(1)))
        : Shapes.standard();
  }

  private static Proving proving(CommandLine line, boolean quick) {
    if (line.has("--prove")) {
      return Proving.ONLY;
    }
    return quick || line.has("--no-prove") ? Proving.NEVER : Proving.MISSING;
  }

  private static List<String> names(Path home) {
    return Stacks.all(home).stream().map(Stack::name).toList();
  }

  private static List<String> known(
      CommandLine line, String name, List<String> all, List<String> otherwise) {
    List<String> chosen = line.has(name) ? line.list(name) : otherwise;
    for (String each : chosen) {
      if (!all.contains(each)) {
        throw new IllegalArgumentException(
            "The option '" + name + "' has '" + each + "', which is none of " + all + ".");
      }
    }
    return chosen;
  }
}

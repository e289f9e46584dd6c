package dev.trestle.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The machine's clock is for what a person reads, and never for a wait or a measured time: it is
 * set by hand, by the network and by a laptop that wakes up. A wait has a {@code Deadline}.
 */
final class WallClockTest {

  private static final Pattern CLOCK =
      Pattern.compile(
          "Instant\\.now\\(|currentTimeMillis\\(|(Local|Zoned|Offset)DateTime\\.now\\(|Clock\\.system");

  /** Where it is read, how often, and what for. */
  private static final Map<String, Integer> READERS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("Exchange.java", 1), // shown in reports
              Map.entry("LogFile.java", 1), // shown, and compared with the times of scenarios
              Map.entry("UnfinishedScenario.java", 1), // shown in reports
              Map.entry("Contracts.java", 1), // compared with the broker's times
              Map.entry("Sweep.java", 1), // compared with a file's time
              Map.entry("WarmEnvironment.java", 1), // shown by status
              Map.entry("HostMain.java", 1), // where the system does not know its start
              Map.entry("TakeData.java", 1), // shown in reports
              Map.entry("ClassDataArchive.java", 1), // a file's time
              Map.entry("ClassPathCache.java", 2), // kept in a file over builds
              Map.entry("ScenarioLifecycle.java", 1), // compared with the times of log lines
              Map.entry("Values.java", 1), // what a feature asks for
              Map.entry("DateFunction.java", 1), // what a feature asks for
              Map.entry("TimeFunction.java", 1), // what a feature asks for
              Map.entry("ScenarioScope.java", 1), // shown, and compared with those of log lines
              Map.entry("ValidText.java", 1))); // sample data

  @Test
  void nothing_waits_by_the_machines_clock() throws IOException {
    Path root = Path.of("").toAbsolutePath().getParent().getParent();
    Map<String, Integer> found = new TreeMap<>();
    List<Path> sources = new ArrayList<>();
    for (String part : List.of("engine", "maven-plugin", "step-library")) {
      try (Stream<Path> files = Files.walk(root.resolve(part))) {
        files
            .filter(file -> file.toString().endsWith(".java"))
            .filter(file -> file.toString().contains("/src/main/java/"))
            .forEach(sources::add);
      }
    }
    for (Path source : sources) {
      int readings = (int) CLOCK.matcher(Files.readString(source)).results().count();
      if (readings > 0) {
        found.merge(source.getFileName().toString(), readings, Integer::sum);
      }
    }

    assertThat(sources).hasSizeGreaterThan(400);
    assertThat(found).isEqualTo(READERS);
  }
}

package dev.trestle.host.run;

import dev.trestle.host.report.UnfinishedScenario;
import dev.trestle.protocol.ScenarioResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Keeps the folder of Allure's result files in step with the ledger. The runner writes a file for
 * each scenario that it ended; a runner that died may have left none, or one of a scenario whose
 * end was never received.
 */
final class AllureResults {

  private static final String SUFFIX = "-result.json";

  private final Path folder;
  private final Map<String, ScenarioResult> expected = new HashMap<>();
  private final Set<String> own = new HashSet<>();

  AllureResults(Path folder) {
    this.folder = folder;
  }

  /** The identity of the result of a scenario that never began. */
  static String uuid(String scenario) {
    return UUID.nameUUIDFromBytes(scenario.getBytes(StandardCharsets.UTF_8)).toString();
  }

  /** The runner ended this scenario and wrote its result. */
  synchronized void reported(String uuid, ScenarioResult result) {
    expected.put(uuid, result);
  }

  /** Writes a scenario's result in place of what the runner may have written. */
  synchronized void write(String uuid, ScenarioResult result) {
    expected.put(uuid, result);
    own.add(uuid);
    UnfinishedScenario.write(uuid, result, folder);
  }

  /**
   * Writes results that the runner did not, and those of the host once more, since the runner may
   * have written its own after them.
   *
   * @param isRunnersEndGood when it is not, results of scenarios whose end was not received go
   */
  synchronized void complete(boolean isRunnersEndGood) {
    Map<String, ScenarioResult> absent = new HashMap<>(expected);
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
      for (Path file : files) {
        String name = file.getFileName().toString();
        String uuid = name.substring(0, name.length() - SUFFIX.length());
        boolean isRunners = !own.contains(uuid) && absent.remove(uuid) != null;
        if (!isRunners && !expected.containsKey(uuid) && !isRunnersEndGood) {
          Files.delete(file);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the results in " + folder + ".", e);
    }
    absent.forEach((uuid, result) -> UnfinishedScenario.write(uuid, result, folder));
  }
}

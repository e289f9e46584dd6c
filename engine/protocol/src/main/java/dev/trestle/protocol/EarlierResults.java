package dev.trestle.protocol;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** What an earlier run left at the places of a run, where it would pass for results of that run. */
public final class EarlierResults {

  /** The files of Allure that are results; others, such as its history, people put there. */
  public static final String ALLURE_FILES = "*-{result,container,attachment}*";

  /** The file of JUnit XML in its folder. */
  public static final String JUNIT = "TEST-trestle.xml";

  /** What was seen on the edges, for programs. */
  public static final String INTERACTIONS = "interactions.json";

  /** What was seen on the edges, for people. */
  public static final String INTERACTIONS_MARKDOWN = "interactions.md";

  private EarlierResults() {}

  /** Deletes the results, the report, JUnit XML, metrics and interactions. */
  public static void delete(RunRequest.Output output) throws IOException {
    Path results = Path.of(output.allureResults());
    if (Files.isDirectory(results)) {
      try (DirectoryStream<Path> old = Files.newDirectoryStream(results, ALLURE_FILES)) {
        for (Path file : old) {
          Files.deleteIfExists(file);
        }
      }
      Files.deleteIfExists(results.resolve(INTERACTIONS));
    }
    if (!output.report().isEmpty()) {
      Files.deleteIfExists(Path.of(output.report()));
    }
    Path metrics = Path.of(output.metrics());
    Files.deleteIfExists(metrics);
    Files.deleteIfExists(metrics.resolveSibling(INTERACTIONS));
    Files.deleteIfExists(metrics.resolveSibling(INTERACTIONS_MARKDOWN));
    Files.deleteIfExists(Path.of(output.junit(), JUNIT));
  }
}

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

  /** What became of each mutant, for programs. */
  public static final String MUTATIONS = "mutations.json";

  /** What became of the mutants, for people. */
  public static final String MUTATIONS_MARKDOWN = "mutations.md";

  private EarlierResults() {}

  /** Deletes the results, the report, JUnit XML, metrics and interactions. */
  public static void delete(RunRequest.Output output) throws IOException {
    deleteResults(output);
    deleteReport(output);
    deleteJunit(output);
    deleteMetrics(output);
  }

  /** Deletes the results in the folder of Allure. */
  public static void deleteResults(RunRequest.Output output) throws IOException {
    Path results = Path.of(output.allureResults());
    if (Files.isDirectory(results)) {
      try (DirectoryStream<Path> old = Files.newDirectoryStream(results, ALLURE_FILES)) {
        for (Path file : old) {
          Files.deleteIfExists(file);
        }
      }
      Files.deleteIfExists(results.resolve(INTERACTIONS));
    }
  }

  /** Deletes the report, if there is to be one. */
  public static void deleteReport(RunRequest.Output output) throws IOException {
    if (!output.report().isEmpty()) {
      Files.deleteIfExists(Path.of(output.report()));
    }
  }

  /** Deletes the file of JUnit XML. */
  public static void deleteJunit(RunRequest.Output output) throws IOException {
    Files.deleteIfExists(Path.of(output.junit(), JUNIT));
  }

  /** Deletes the metrics, and the interactions beside them. */
  public static void deleteMetrics(RunRequest.Output output) throws IOException {
    Path metrics = Path.of(output.metrics());
    Files.deleteIfExists(metrics);
    Files.deleteIfExists(metrics.resolveSibling(INTERACTIONS));
    Files.deleteIfExists(metrics.resolveSibling(INTERACTIONS_MARKDOWN));
  }

  /** Deletes the reports of mutants; the recording stays, so that a later run can resume. */
  public static void deleteMutations(Path folder) throws IOException {
    Files.deleteIfExists(folder.resolve(MUTATIONS));
    Files.deleteIfExists(folder.resolve(MUTATIONS_MARKDOWN));
  }
}

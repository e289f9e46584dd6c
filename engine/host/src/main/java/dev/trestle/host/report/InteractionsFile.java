package dev.trestle.host.report;

import dev.trestle.host.edge.InteractionReport;
import dev.trestle.protocol.EarlierResults;
import dev.trestle.protocol.JsonRecords;
import dev.trestle.protocol.Secrets;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The files that say which edges were exercised, and how: for tools, and for people. */
public final class InteractionsFile {

  /** The name of the one for tools, beside the other results and among Allure's. */
  public static final String NAME = EarlierResults.INTERACTIONS;

  /** The name of the one for people, such as those who read a pull request. */
  public static final String MARKDOWN = EarlierResults.INTERACTIONS_MARKDOWN;

  private InteractionsFile() {}

  /**
   * Writes both beside the other results, and the one for tools among Allure's, where a report
   * finds it.
   *
   * @param report what to write
   * @param folder the folder of other results
   * @param allureResults the folder of Allure's result files
   */
  public static void write(InteractionReport report, Path folder, Path allureResults) {
    byte[] bytes = Secrets.mask(JsonRecords.write(report)).getBytes(StandardCharsets.UTF_8);
    AtomicFile.write(folder.resolve(NAME), bytes);
    AtomicFile.write(allureResults.resolve(NAME), bytes);
    String markdown = new InteractionsMarkdown(report).text();
    AtomicFile.write(folder.resolve(MARKDOWN), markdown.getBytes(StandardCharsets.UTF_8));
  }
}

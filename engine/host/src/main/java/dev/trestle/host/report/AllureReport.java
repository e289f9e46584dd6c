package dev.trestle.host.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * One self-contained HTML file from Allure result files, made by Allure's plugins and drawn by
 * Allure's application. It can be begun while results are still being written.
 */
public final class AllureReport implements AutoCloseable {

  private final AllurePlugins allure;
  private final Path results;
  private final Path html;
  private final PartFile part;
  private final Page page;
  private final ResultFolder folder;

  private AllureReport(String name, Path results, Path html, PartFile part) throws IOException {
    this.allure = new AllurePlugins(name);
    this.results = results;
    this.html = html;
    this.part = part;
    this.page = new Page(name, part.out());
    this.folder = new ResultFolder(results, page);
  }

  /**
   * Loads what a first report needs, so that it is as quick as any: for a moment when there is
   * nothing else to do. A failure is the report's to tell.
   */
  public static void prepare() {
    Rehearsal.once();
  }

  /**
   * Begins a report; nothing is seen of it until it is finished.
   *
   * @param name the report's name
   * @param results the folder of result files; a missing one gives an empty report
   * @param html the file to write
   */
  public static AllureReport begin(String name, Path results, Path html) {
    try {
      Files.createDirectories(results);
      return new AllureReport(name, results, html, PartFile.begin(html));
    } catch (IOException e) {
      throw failed(results, html, e);
    }
  }

  /**
   * Writes the report; the file appears whole or not at all.
   *
   * @param name the report's name
   * @param results the folder of result files; a missing one gives an empty report
   * @param html the file to write
   */
  public static void write(String name, Path results, Path html) {
    try (AllureReport report = begin(name, results, html)) {
      report.finish();
    }
  }

  /**
   * Reads a scenario's result ahead of the end, with its attachments.
   *
   * @param file the result file's name
   * @return whether it was there
   */
  public synchronized boolean add(String file) {
    try {
      return folder.read(file);
    } catch (IOException e) {
      throw failed(results, html, e);
    }
  }

  /** Reads what was not added and writes the file. */
  public synchronized void finish() {
    try {
      Map<String, Object> extras = allure.extras(results);
      allure.write(folder.readAll(), extras, page);
      part.publish();
    } catch (IOException e) {
      throw failed(results, html, e);
    }
  }

  /** Leaves nothing behind of a report that was not finished. */
  @Override
  public synchronized void close() {
    page.close();
    try {
      part.close();
    } catch (IOException e) {
      throw failed(results, html, e);
    }
  }

  private static UncheckedIOException failed(Path results, Path html, IOException e) {
    return new UncheckedIOException(
        "The report '"
            + html
            + "' could not be written.\n"
            + e
            + "\nThe results are in "
            + results
            + ".\nFree the file or the disk and make it again with mvn trestle:report.",
        e);
  }
}

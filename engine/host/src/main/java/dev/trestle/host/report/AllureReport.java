package dev.trestle.host.report;

import io.qameta.allure.Aggregator2;
import io.qameta.allure.Reader;
import io.qameta.allure.core.Configuration;
import io.qameta.allure.core.LaunchResults;
import io.qameta.allure.entity.TestResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * One self-contained HTML file from Allure result files, made by Allure's plugins and drawn by
 * Allure's application. It can be begun while results are still being written.
 */
public final class AllureReport implements AutoCloseable {

  private final Configuration allure;
  private final Path results;
  private final Path html;
  private final Page page;
  private final ResultFolder folder;

  private AllureReport(String name, Path results, Path html) throws IOException {
    this.allure = new AllurePlugins(name);
    this.results = results;
    this.html = html;
    this.page = Page.begin(name, html);
    this.folder = new ResultFolder(results, page);
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
      return new AllureReport(name, results, html);
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
      LaunchExtras extras = new LaunchExtras();
      for (Reader reader : allure.getExtensions(Reader.class)) {
        reader.readResults(allure, extras, results);
      }
      List<TestResult> read = folder.readAll();
      Descriptions.complete(read);
      List<LaunchResults> launches = List.of(new Launch(read, extras.found()));
      PageStorage storage = new PageStorage(page);
      for (Aggregator2 aggregator : allure.getExtensions(Aggregator2.class)) {
        aggregator.aggregate(allure, launches, storage);
      }
      TestCases.write(read, page);
      page.finish(List.of(Assets.own("behaviors.js")));
    } catch (IOException e) {
      throw failed(results, html, e);
    }
  }

  /** Leaves nothing behind of a report that was not finished. */
  @Override
  public synchronized void close() {
    try {
      page.close();
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

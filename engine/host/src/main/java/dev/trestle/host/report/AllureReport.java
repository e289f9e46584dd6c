package dev.trestle.host.report;

import io.qameta.allure.ConfigurationBuilder;
import io.qameta.allure.Extension;
import io.qameta.allure.ReportGenerator;
import io.qameta.allure.allure2.Allure2Plugin;
import io.qameta.allure.category.CategoriesPlugin;
import io.qameta.allure.category.CategoriesTrendPlugin;
import io.qameta.allure.context.FreemarkerContext;
import io.qameta.allure.context.JacksonContext;
import io.qameta.allure.context.MarkdownContext;
import io.qameta.allure.context.RandomUidContext;
import io.qameta.allure.core.AttachmentsPlugin;
import io.qameta.allure.core.Configuration;
import io.qameta.allure.core.MarkdownDescriptionsPlugin;
import io.qameta.allure.core.TestsResultsPlugin;
import io.qameta.allure.duration.DurationPlugin;
import io.qameta.allure.duration.DurationTrendPlugin;
import io.qameta.allure.environment.Allure1EnvironmentPlugin;
import io.qameta.allure.executor.ExecutorPlugin;
import io.qameta.allure.history.HistoryPlugin;
import io.qameta.allure.history.HistoryTrendPlugin;
import io.qameta.allure.launch.LaunchPlugin;
import io.qameta.allure.owner.OwnerPlugin;
import io.qameta.allure.retry.RetryPlugin;
import io.qameta.allure.retry.RetryTrendPlugin;
import io.qameta.allure.severity.SeverityPlugin;
import io.qameta.allure.status.StatusChartPlugin;
import io.qameta.allure.suites.SuitesPlugin;
import io.qameta.allure.summary.SummaryPlugin;
import io.qameta.allure.tags.TagsPlugin;
import io.qameta.allure.timeline.TimelinePlugin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * One self-contained HTML file from Allure result files, made by Allure's own generator. The
 * plugins are listed rather than taken as bundled, since the bundle has one that calls an analytics
 * service and ones that write for mail and databases.
 */
public final class AllureReport {

  private AllureReport() {}

  /**
   * Writes the report; the file appears whole or not at all.
   *
   * @param name the report's name
   * @param results the folder of result files; a missing one gives an empty report
   * @param html the file to write
   */
  public static void write(String name, Path results, Path html) {
    try {
      Files.createDirectories(results);
      Files.createDirectories(html.getParent());
      Path work = Files.createTempDirectory(html.getParent(), ".report-");
      try {
        Path plugin = Files.createDirectory(work.resolve("plugin"));
        Path out = work.resolve("out");
        new ReportGenerator(configuration(name, plugin)).generateSingleFile(out, List.of(results));
        Files.move(
            out.resolve("index.html"),
            html,
            StandardCopyOption.REPLACE_EXISTING,
            StandardCopyOption.ATOMIC_MOVE);
      } finally {
        delete(work);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
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

  private static Configuration configuration(String name, Path pluginFolder) throws IOException {
    List<Extension> extensions =
        List.of(
            new JacksonContext(),
            new MarkdownContext(),
            new FreemarkerContext(),
            new RandomUidContext(),
            new MarkdownDescriptionsPlugin(),
            new Allure2Plugin(),
            new TagsPlugin(),
            new RetryPlugin(),
            new SeverityPlugin(),
            new OwnerPlugin(),
            new HistoryPlugin(),
            new HistoryTrendPlugin(),
            new CategoriesPlugin(),
            new DurationPlugin(),
            new DurationTrendPlugin(),
            new StatusChartPlugin(),
            new TimelinePlugin(),
            new SuitesPlugin(),
            new TestsResultsPlugin(),
            new AttachmentsPlugin(),
            new SummaryPlugin(),
            new ExecutorPlugin(),
            new LaunchPlugin(),
            new Allure1EnvironmentPlugin(),
            new RetryTrendPlugin(),
            new CategoriesTrendPlugin());
    return ConfigurationBuilder.empty()
        .withReportName(name)
        .withExtensions(extensions)
        .withPlugins(List.of(new BehaviorsTab(pluginFolder)))
        .build();
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}

package dev.trestle.host.report;

import io.qameta.allure.Aggregator2;
import io.qameta.allure.Extension;
import io.qameta.allure.Reader;
import io.qameta.allure.category.CategoriesPlugin;
import io.qameta.allure.category.CategoriesTrendPlugin;
import io.qameta.allure.context.JacksonContext;
import io.qameta.allure.core.Configuration;
import io.qameta.allure.core.LaunchResults;
import io.qameta.allure.core.Plugin;
import io.qameta.allure.duration.DurationPlugin;
import io.qameta.allure.duration.DurationTrendPlugin;
import io.qameta.allure.entity.TestResult;
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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Allure's plugins that draw the report. They are listed rather than taken as bundled, since the
 * bundle has one that calls an analytics service and ones that write for mail and databases, and
 * since making the bundle's objects costs half a second.
 */
final class AllurePlugins implements Configuration {

  private final String name;
  private final List<Extension> extensions;

  /** The plugins for a report with a name. */
  AllurePlugins(String name) {
    this.name = name;
    this.extensions =
        List.of(
            new JacksonContext(),
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
            new SummaryPlugin(),
            new ExecutorPlugin(),
            new LaunchPlugin(),
            new Allure1EnvironmentPlugin(),
            new RetryTrendPlugin(),
            new CategoriesTrendPlugin(),
            new Behaviors(),
            new Interactions());
  }

  /** What is in a folder beside results: history, categories, the build. */
  Map<String, Object> extras(Path folder) {
    LaunchExtras extras = new LaunchExtras();
    for (Reader reader : getExtensions(Reader.class)) {
      reader.readResults(this, extras, folder);
    }
    return extras.found();
  }

  /** Writes the data of all tabs and widgets, the results, and the application. */
  void write(List<TestResult> results, Map<String, Object> extras, Page page) throws IOException {
    Descriptions.complete(results);
    List<LaunchResults> launches = List.of(new Launch(results, extras));
    PageStorage storage = new PageStorage(page);
    for (Aggregator2 aggregator : getExtensions(Aggregator2.class)) {
      aggregator.aggregate(this, launches, storage);
    }
    TestCases.write(results, page);
    List<String> scripts = new ArrayList<>(List.of(Assets.own("behaviors.js")));
    if (Interactions.areIn(extras)) {
      page.style(Interactions.styles());
      scripts.addAll(Interactions.scripts());
    }
    page.finish(scripts);
  }

  @Override
  public String getReportName() {
    return name;
  }

  @Override
  public List<Extension> getExtensions() {
    return extensions;
  }

  @Override
  public List<Plugin> getPlugins() {
    return List.of();
  }
}

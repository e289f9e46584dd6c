package dev.trestle.host.report;

import io.qameta.allure.Aggregator2;
import io.qameta.allure.ReportStorage;
import io.qameta.allure.core.Configuration;
import io.qameta.allure.core.LaunchResults;
import io.qameta.allure.entity.LabelName;
import io.qameta.allure.entity.Statistic;
import io.qameta.allure.entity.TestResult;
import io.qameta.allure.tree.TestResultTree;
import io.qameta.allure.tree.TestResultTreeGroup;
import io.qameta.allure.tree.TreeUtils;
import io.qameta.allure.tree.TreeWidgetData;
import io.qameta.allure.tree.TreeWidgetItem;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;

/**
 * The data of the tab and the widget by epic and feature. Allure's own plugin makes them twice, and
 * its table with a search through all rows for each result.
 */
final class Behaviors implements Aggregator2 {

  private static final int WIDGET_ITEMS = 10;

  @Override
  public void aggregate(
      Configuration configuration, List<LaunchResults> launches, ReportStorage storage) {
    List<TestResult> results =
        launches.stream()
            .flatMap(launch -> launch.getResults().stream())
            .sorted(TestResult.comparingByTimeAsc())
            .toList();
    TestResultTree tree =
        new TestResultTree(
            "behaviors",
            result ->
                TreeUtils.groupByLabels(
                    result, LabelName.EPIC, LabelName.FEATURE, LabelName.STORY));
    BehaviorsTable table = new BehaviorsTable();
    for (TestResult result : results) {
      tree.add(result);
      table.add(result);
    }
    storage.addDataJson("data/behaviors.json", tree);
    storage.addDataJson("widgets/behaviors.json", widget(tree));
    storage.addDataBinary("data/behaviors.csv", table.csv().getBytes(StandardCharsets.UTF_8));
  }

  private static TreeWidgetData widget(TestResultTree tree) {
    List<TreeWidgetItem> items =
        tree.getChildren().stream()
            .filter(TestResultTreeGroup.class::isInstance)
            .map(group -> item((TestResultTreeGroup) group))
            .sorted(
                Comparator.comparing(TreeWidgetItem::getStatistic, Statistic.comparator())
                    .reversed())
            .limit(WIDGET_ITEMS)
            .toList();
    return new TreeWidgetData().setItems(items).setTotal(tree.getChildren().size());
  }

  private static TreeWidgetItem item(TestResultTreeGroup group) {
    return new TreeWidgetItem()
        .setUid(group.getUid())
        .setName(group.getName())
        .setStatistic(TreeUtils.calculateStatisticByLeafs(group));
  }
}

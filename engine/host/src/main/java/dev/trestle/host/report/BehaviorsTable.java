package dev.trestle.host.report;

import io.qameta.allure.entity.LabelName;
import io.qameta.allure.entity.Status;
import io.qameta.allure.entity.TestResult;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How many scenarios of each epic, feature and story ended how, as CSV to download. */
final class BehaviorsTable {

  private final Map<List<String>, Map<Status, Integer>> rows = new LinkedHashMap<>();

  void add(TestResult result) {
    for (String epic : labels(result, LabelName.EPIC)) {
      for (String feature : labels(result, LabelName.FEATURE)) {
        for (String story : labels(result, LabelName.STORY)) {
          rows.computeIfAbsent(
                  List.of(epic, feature, story), key -> new EnumMap<Status, Integer>(Status.class))
              .merge(result.getStatus(), 1, Integer::sum);
        }
      }
    }
  }

  String csv() {
    StringBuilder csv = new StringBuilder();
    List<String> head = new ArrayList<>(List.of("Epic", "Feature", "Story"));
    for (Status status : Status.values()) {
      head.add(status.name());
    }
    line(csv, head);
    rows.forEach(
        (labels, counts) -> {
          List<String> cells = new ArrayList<>(labels);
          for (Status status : Status.values()) {
            cells.add(String.valueOf(counts.getOrDefault(status, 0)));
          }
          line(csv, cells);
        });
    return csv.toString();
  }

  private static List<String> labels(TestResult result, LabelName name) {
    List<String> labels = result.findAllLabels(name);
    return labels.isEmpty() ? List.of("") : labels.stream().map(String::valueOf).toList();
  }

  private static void line(StringBuilder csv, List<String> cells) {
    for (int i = 0; i < cells.size(); i++) {
      csv.append(i == 0 ? "\"" : ",\"").append(cells.get(i).replace("\"", "\"\"")).append('"');
    }
    csv.append('\n');
  }
}

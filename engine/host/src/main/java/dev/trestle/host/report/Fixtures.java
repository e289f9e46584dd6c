package dev.trestle.host.report;

import com.fasterxml.jackson.core.JsonParser;
import dev.trestle.host.messages.JsonWalk;
import io.qameta.allure.entity.StageResult;
import io.qameta.allure.entity.TestResult;
import io.qameta.allure.entity.Time;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is run before and after scenarios, by the scenarios' identities in their run. */
final class Fixtures {

  private static final Comparator<StageResult> BY_START =
      Comparator.comparing(
          StageResult::getTime,
          Comparator.comparing(Time::getStart, Comparator.nullsLast(Comparator.naturalOrder())));

  private final Map<String, List<StageResult>> befores = new HashMap<>();
  private final Map<String, List<StageResult>> afters = new HashMap<>();

  /** Reads a fixture. */
  interface Reader {

    /** Reads the fixture at which the parser stands. */
    StageResult read() throws IOException;
  }

  /** Reads the container at which the parser stands. */
  void read(JsonParser json, Reader fixture) throws IOException {
    List<String> children = new ArrayList<>();
    List<StageResult> before = new ArrayList<>();
    List<StageResult> after = new ArrayList<>();
    JsonWalk.object(
        json,
        field -> {
          switch (field) {
            case "children" -> children.addAll(JsonWalk.texts(json));
            case "befores" -> JsonWalk.array(json, () -> before.add(fixture.read()));
            case "afters" -> JsonWalk.array(json, () -> after.add(fixture.read()));
            default -> {}
          }
        });
    for (String child : children) {
      befores.computeIfAbsent(child, key -> new ArrayList<>()).addAll(before);
      afters.computeIfAbsent(child, key -> new ArrayList<>()).addAll(after);
    }
  }

  /** Gives a result its fixtures, in the order in which they began. */
  void addTo(String uuid, TestResult result) {
    result.setBeforeStages(sorted(befores.getOrDefault(uuid, List.of())));
    result.setAfterStages(sorted(afters.getOrDefault(uuid, List.of())));
  }

  private static List<StageResult> sorted(List<StageResult> stages) {
    List<StageResult> sorted = new ArrayList<>(stages);
    sorted.sort(BY_START);
    return sorted;
  }
}

package dev.trestle.host.run;

import dev.trestle.protocol.RunEvent;
import dev.trestle.protocol.ScenarioResult;
import dev.trestle.protocol.ScenarioResult.Status;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Shows each feature once all of its planned scenarios have a state, in whatever order they come.
 * It is for display only: the verdict is the ledger's.
 */
final class FeatureProgress implements ScenarioListener {

  private final Map<String, Feature> features = new LinkedHashMap<>();
  private final Consumer<RunEvent> events;

  FeatureProgress(Consumer<RunEvent> events) {
    this.events = events;
  }

  @Override
  public synchronized void planned(Map<String, Integer> files) {
    files.forEach((file, count) -> feature(file).planned = count);
  }

  @Override
  public synchronized void finished(String file, String testCaseId, ScenarioResult result) {
    events.accept(new RunEvent.ScenarioFinished(result));
    Feature feature = feature(file);
    feature.name = result.feature();
    feature.statuses.add(result.status());
    if (feature.statuses.size() == feature.planned) {
      show(feature);
    }
  }

  /** The run is over: what was not shown yet is shown. */
  synchronized void over() {
    features.values().stream()
        .filter(feature -> feature.statuses.size() > feature.shown)
        .forEach(this::show);
  }

  private void show(Feature feature) {
    List<Status> fresh = feature.statuses.subList(feature.shown, feature.statuses.size());
    events.accept(new RunEvent.FeatureFinished(feature.name, List.copyOf(fresh)));
    feature.shown = feature.statuses.size();
  }

  private Feature feature(String file) {
    return features.computeIfAbsent(file, key -> new Feature());
  }

  private static final class Feature {
    private final List<Status> statuses = new ArrayList<>();
    private String name = "";
    private int planned;
    private int shown;
  }
}

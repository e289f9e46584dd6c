package dev.trestle.host.run;

import dev.trestle.protocol.RunEvent;
import dev.trestle.protocol.ScenarioResult;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Tells when a feature is through. Cucumber begins scenarios in the order of their features, so a
 * feature is through when a later one has begun and none of its own is still running.
 */
final class FeatureProgress implements ScenarioListener {

  private final Map<String, Feature> features = new LinkedHashMap<>();
  private final Consumer<RunEvent> events;

  FeatureProgress(Consumer<RunEvent> events) {
    this.events = events;
  }

  @Override
  public synchronized void started(String file) {
    features.computeIfAbsent(file, key -> new Feature()).running++;
  }

  @Override
  public synchronized void finished(String file, String testCaseId, ScenarioResult result) {
    events.accept(new RunEvent.ScenarioFinished(result));
    Feature feature = features.computeIfAbsent(file, key -> new Feature());
    feature.running--;
    feature.results.add(result);
    tellFinished(1);
  }

  /** The run is over: what was not told yet is told. */
  synchronized void over() {
    tellFinished(0);
  }

  private void tellFinished(int stillOpen) {
    Iterator<Feature> each = features.values().iterator();
    for (int left = features.size(); left > stillOpen; left--) {
      Feature feature = each.next();
      if (!feature.told && feature.running == 0) {
        feature.told = true;
        events.accept(
            new RunEvent.FeatureFinished(
                feature.results.get(0).feature(), List.copyOf(feature.results)));
        feature.results.clear();
      }
    }
  }

  private static final class Feature {
    private final List<ScenarioResult> results = new ArrayList<>();
    private int running;
    private boolean told;
  }
}

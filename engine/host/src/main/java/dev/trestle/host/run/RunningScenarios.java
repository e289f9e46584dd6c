package dev.trestle.host.run;

import dev.trestle.host.messages.MessageListener;
import dev.trestle.host.messages.Pickle;
import dev.trestle.host.messages.StepEnd;
import dev.trestle.host.messages.TestCase;
import dev.trestle.host.report.JunitXml;
import dev.trestle.protocol.ScenarioIdentities;
import dev.trestle.protocol.ScenarioIdentity;
import dev.trestle.protocol.ScenarioResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Follows the scenarios of a run. What was heard of a scenario is let go when its last attempt has
 * ended; its result stays.
 */
final class RunningScenarios implements MessageListener {

  private final Path directory;
  private final JunitXml junit;
  private final ScenarioListener listener;
  private final ScenarioResults reader;
  private final ScenarioIdentities identities = new ScenarioIdentities();
  private final Map<String, Found> pickles = new HashMap<>();
  private final Map<String, String> hooks = new HashMap<>();
  private final Map<String, TestCase> testCases = new HashMap<>();
  private final Map<String, RunningScenario> running = new LinkedHashMap<>();
  private final List<ScenarioResult> results = new ArrayList<>();
  private final List<String> parseErrors = new ArrayList<>();
  private long lastNanos;
  private boolean begun;
  private boolean finished;

  /** A scenario and its identity from run to run. */
  private record Found(String id, Pickle pickle) {}

  RunningScenarios(Path directory, JunitXml junit, ScenarioListener listener) {
    this.directory = directory;
    this.junit = junit;
    this.listener = listener;
    this.reader = new ScenarioResults(directory);
  }

  @Override
  public synchronized void begun() {
    begun = true;
  }

  @Override
  public synchronized void parseError(String uri, String place, String message) {
    parseErrors.add(ParseErrors.describe(uri, place, message, directory));
  }

  @Override
  public synchronized void found(String pickleId, Pickle pickle) {
    String file = ScenarioIdentity.file(pickle.uri(), directory);
    String id = identities.next(file, pickle.rule(), pickle.name(), pickle.examples());
    pickles.put(pickleId, new Found(id, pickle));
  }

  @Override
  public synchronized void hook(String id, String name) {
    hooks.put(id, name);
  }

  @Override
  public synchronized void runStarted(long nanos) {
    junit.begun(nanos);
  }

  @Override
  public synchronized void prepared(TestCase testCase) {
    testCases.put(testCase.id(), testCase);
  }

  @Override
  public synchronized void started(String id, String testCaseId, long nanos) {
    lastNanos = nanos;
    TestCase testCase = testCases.get(testCaseId);
    Found found = testCase == null ? null : pickles.get(testCase.pickleId());
    if (testCase != null && found != null) {
      running.put(id, new RunningScenario(found.id, found.pickle, testCase, nanos, hooks));
      listener.started(found.pickle.uri());
    }
  }

  @Override
  public synchronized void stepFinished(StepEnd end) {
    RunningScenario scenario = running.get(end.startedId());
    if (scenario != null) {
      scenario.stepFinished(end);
    }
  }

  @Override
  public synchronized void explained(String startedId, String stepId, String text) {
    RunningScenario scenario = running.get(startedId);
    if (scenario != null) {
      scenario.explained(stepId, text);
    }
  }

  @Override
  public synchronized void finished(String startedId, boolean willBeRetried, long nanos) {
    lastNanos = nanos;
    RunningScenario scenario = running.remove(startedId);
    if (scenario != null && !willBeRetried) {
      testCases.remove(scenario.testCase().id());
      pickles.remove(scenario.testCase().pickleId());
      add(scenario, scenario.millisUntil(nanos));
    }
  }

  private void add(RunningScenario scenario, long millis) {
    ScenarioResult result = reader.of(scenario, millis);
    results.add(result);
    junit.add(JunitCases.of(scenario, result));
    listener.finished(scenario.pickle().uri(), scenario.testCase().id(), result);
  }

  @Override
  public synchronized void runFinished(long nanos) {
    lastNanos = nanos;
    junit.ended(nanos);
    finished = true;
  }

  /** Counts scenarios that began and did not end as failed, with a message, and says which. */
  synchronized List<ScenarioResult> failUnfinished(String message) {
    int known = results.size();
    for (Map.Entry<String, RunningScenario> left : List.copyOf(running.entrySet())) {
      left.getValue().broken(left.getKey(), message);
      finished(left.getKey(), false, lastNanos);
    }
    return List.copyOf(results.subList(known, results.size()));
  }

  synchronized boolean hasBegun() {
    return begun;
  }

  synchronized boolean isFinished() {
    return finished;
  }

  synchronized List<ScenarioResult> results() {
    return List.copyOf(results);
  }

  synchronized List<String> parseErrors() {
    return List.copyOf(parseErrors);
  }
}

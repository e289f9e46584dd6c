package dev.trestle.host.run;

import dev.trestle.host.messages.MessageListener;
import dev.trestle.host.messages.Pickle;
import dev.trestle.host.messages.StepEnd;
import dev.trestle.host.messages.TestCase;
import dev.trestle.host.report.JunitXml;
import dev.trestle.protocol.RunnerEnd;
import dev.trestle.protocol.ScenarioIdentities;
import dev.trestle.protocol.ScenarioIdentity;
import dev.trestle.protocol.ScenarioResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Follows the scenarios of a run and enters each one's state into the ledger. What was heard of a
 * scenario is let go when its last attempt has ended; its result stays.
 */
final class RunningScenarios implements MessageListener {

  private final Path directory;
  private final JunitXml junit;
  private final ScenarioListener listener;
  private final AllureResults allure;
  private final ScenarioResults reader;
  private final ScenarioIdentities identities = new ScenarioIdentities();
  private final ScenarioLedger ledger = new ScenarioLedger();
  private final Map<String, Found> pickles = new HashMap<>();
  private final Map<String, String> hooks = new HashMap<>();
  private final Map<String, TestCase> testCases = new HashMap<>();
  private final Map<String, RunningScenario> running = new LinkedHashMap<>();
  private final List<String> parseErrors = new ArrayList<>();
  private final List<String> leftOut = new ArrayList<>();
  private long lastNanos;
  private boolean begun;
  private boolean finished;
  private boolean closed;
  private @Nullable RunnerEnd end;

  /** A scenario and its identity from run to run. */
  private record Found(String id, Pickle pickle) {}

  RunningScenarios(
      Path directory,
      MachineLoad load,
      JunitXml junit,
      AllureResults allure,
      ScenarioListener listener) {
    this.directory = directory;
    this.junit = junit;
    this.allure = allure;
    this.listener = listener;
    this.reader = new ScenarioResults(directory, load);
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
  public synchronized void leftOut(String uri, String place, String message) {
    leftOut.add(ParseErrors.describe(uri, place, message, directory));
  }

  @Override
  public synchronized void found(String pickleId, Pickle pickle) {
    if (ledger.found(pickleId)) {
      String file = ScenarioIdentity.file(pickle.uri(), directory);
      String id = identities.next(file, pickle.rule(), pickle.name(), pickle.examples());
      pickles.put(pickleId, new Found(id, pickle));
    }
  }

  @Override
  public synchronized void planned(List<String> pickleIds) {
    if (closed) {
      return;
    }
    ledger.plan(pickleIds);
    Map<String, Integer> files = new HashMap<>();
    ledger.open().forEach(scenario -> files.merge(known(scenario).pickle.uri(), 1, Integer::sum));
    listener.planned(files);
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
    TestCase testCase = testCases.get(testCaseId);
    Found found = testCase == null ? null : pickles.get(testCase.pickleId());
    if (closed || testCase == null || found == null || !ledger.begin(testCase.pickleId(), id)) {
      return;
    }
    lastNanos = nanos;
    running.values().removeIf(earlier -> earlier.isTriedAgain(testCase.pickleId()));
    running.put(id, new RunningScenario(found.id, found.pickle, testCase, nanos, hooks));
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
    RunningScenario scenario = running.get(startedId);
    if (closed || scenario == null) {
      return;
    }
    lastNanos = nanos;
    if (willBeRetried) {
      scenario.tryAgain();
      return;
    }
    running.remove(startedId);
    boolean isEmpty = scenario.testCase().steps().isEmpty();
    boolean isReported = isEmpty || scenario.isComplete();
    if (isEmpty) {
      scenario.broken(startedId, reader.empty(scenario.pickle()));
    } else if (!isReported) {
      scenario.broken(startedId, "The runner reported no result of this step.");
    }
    end(scenario, isReported);
  }

  /** Ends a scenario that began. */
  private void end(RunningScenario scenario, boolean isReported) {
    ScenarioResult result = reader.of(scenario, scenario.millisUntil(lastNanos));
    TestCase testCase = scenario.testCase();
    if (!ledger.settle(testCase.pickleId(), result)) {
      return;
    }
    if (isReported) {
      allure.reported(testCase.id(), result);
    } else {
      allure.write(testCase.id(), result);
    }
    testCases.remove(testCase.id());
    pickles.remove(testCase.pickleId());
    junit.add(JunitCases.of(scenario, result));
    listener.finished(scenario.pickle().uri(), testCase.id(), result);
  }

  @Override
  public synchronized void runFinished(long nanos) {
    if (!closed) {
      lastNanos = nanos;
      junit.ended(nanos);
      finished = true;
    }
  }

  @Override
  public synchronized void runnerEnded(RunnerEnd last) {
    if (!closed) {
      end = last;
    }
  }

  /** What the runner said of its run until now. */
  synchronized Heard heard() {
    return new Heard(
        List.copyOf(parseErrors),
        List.copyOf(leftOut),
        ledger.isPlanned(),
        finished,
        end,
        ledger.plannedCount(),
        ledger.counts(),
        ledger.contradictions());
  }

  /**
   * Gives every scenario that has no state one: what began failed, what was planned was not run.
   * What the runner says after that counts no more.
   *
   * @param unfinished what is said of a scenario that began
   * @param notRun what is said of one that did not
   */
  synchronized void close(String unfinished, String notRun) {
    closed = true;
    for (Map.Entry<String, RunningScenario> left : List.copyOf(running.entrySet())) {
      left.getValue().broken(left.getKey(), unfinished);
      end(left.getValue(), false);
    }
    for (String scenario : ledger.open()) {
      Found found = known(scenario);
      ScenarioResult result = reader.notRun(found.id, found.pickle, notRun);
      ledger.settle(scenario, result);
      String uuid = AllureResults.uuid(result.id());
      allure.write(uuid, result);
      junit.add(JunitCases.notRun(found.pickle, result));
      listener.finished(found.pickle.uri(), uuid, result);
    }
  }

  /** A scenario that is planned but was not found has no more than its id. */
  private Found known(String scenario) {
    Found found = pickles.get(scenario);
    return found != null
        ? found
        : new Found(
            scenario,
            new Pickle("", "", "", "Scenario " + scenario, 0, List.of(), scenario, List.of()));
  }

  synchronized boolean hasBegun() {
    return begun;
  }

  synchronized List<ScenarioResult> results() {
    return ledger.results();
  }

  /** What to tell once about failures of an overloaded machine, empty when there were none. */
  synchronized Optional<String> loadWarning() {
    return reader.loadWarning();
  }
}

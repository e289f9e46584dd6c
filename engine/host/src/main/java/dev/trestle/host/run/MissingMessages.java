package dev.trestle.host.run;

import io.cucumber.messages.Convertor;
import io.cucumber.messages.types.Envelope;
import io.cucumber.messages.types.TestCaseFinished;
import io.cucumber.messages.types.TestCaseStarted;
import io.cucumber.messages.types.TestRunFinished;
import io.cucumber.messages.types.TestRunStarted;
import io.cucumber.messages.types.TestStep;
import io.cucumber.messages.types.TestStepFinished;
import io.cucumber.messages.types.TestStepResult;
import io.cucumber.messages.types.TestStepResultStatus;
import io.cucumber.query.Query;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The messages that a runner would have sent if it had not gone away, so that formatters can go on.
 */
final class MissingMessages {

  private final Query query;

  MissingMessages(Query query) {
    this.query = query;
  }

  /** The scenarios that began and did not end. */
  List<TestCaseStarted> open() {
    Set<String> ended =
        query.findAllTestCaseFinished().stream()
            .map(TestCaseFinished::getTestCaseStartedId)
            .collect(Collectors.toSet());
    return query.findAllTestCaseStarted().stream()
        .filter(started -> !ended.contains(started.getId()))
        .toList();
  }

  /** The end of a scenario: the step that was running failed with a message. */
  List<Envelope> end(TestCaseStarted started, String message) {
    List<Envelope> end = new ArrayList<>();
    List<TestStepFinished> finished = query.findTestStepsFinishedBy(started);
    List<TestStep> steps = query.findTestCaseBy(started).orElseThrow().getTestSteps();
    steps.stream()
        .skip(finished.size())
        .findFirst()
        .ifPresent(step -> end.add(Envelope.of(failed(started, step, message))));
    end.add(
        Envelope.of(
            new TestCaseFinished(started.getId(), Convertor.toMessage(Instant.now()), false)));
    return end;
  }

  /** The end of the run. */
  Envelope endOfRun(String message) {
    String run = query.findTestRunStarted().flatMap(TestRunStarted::getId).orElse(null);
    return Envelope.of(
        new TestRunFinished(message, false, Convertor.toMessage(Instant.now()), null, run));
  }

  private static TestStepFinished failed(TestCaseStarted started, TestStep step, String message) {
    TestStepResult result =
        new TestStepResult(
            Convertor.toMessage(Duration.ZERO), message, TestStepResultStatus.FAILED, null);
    return new TestStepFinished(
        started.getId(), step.getId(), result, Convertor.toMessage(Instant.now()));
  }
}

package dev.trestle.host.run;

import dev.trestle.protocol.ScenarioIdentity;
import dev.trestle.protocol.ScenarioResult;
import dev.trestle.protocol.ScenarioResult.Status;
import dev.trestle.protocol.Secrets;
import io.cucumber.messages.types.Attachment;
import io.cucumber.messages.types.Pickle;
import io.cucumber.messages.types.TableCell;
import io.cucumber.messages.types.TestCaseStarted;
import io.cucumber.messages.types.TestStep;
import io.cucumber.messages.types.TestStepFinished;
import io.cucumber.messages.types.TestStepResult;
import io.cucumber.messages.types.TestStepResultStatus;
import io.cucumber.query.Lineage;
import io.cucumber.query.Query;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes a result of what Cucumber said about one scenario. */
final class ScenarioResults {

  /** The name under which the runner attaches the explanation of an undefined step. */
  private static final String EXPLANATION = "Undefined step";

  private final Query query;
  private final Path directory;

  ScenarioResults(Query query, Path directory) {
    this.query = query;
    this.directory = directory;
  }

  /** The result of a scenario that ended. */
  ScenarioResult of(TestCaseStarted started) {
    Optional<TestStepFinished> worst = worst(started);
    Status status = worst.map(step -> status(step.getTestStepResult())).orElse(Status.PASSED);
    long millis = query.findTestCaseDurationBy(started).map(Duration::toMillis).orElse(0L);
    if (!status.isRed()) {
      return result(started, status, millis, null, null);
    }
    TestStepFinished step = worst.orElseThrow();
    return result(started, status, millis, stepText(step), message(step));
  }

  private ScenarioResult result(
      TestCaseStarted started,
      Status status,
      long millis,
      @Nullable String step,
      @Nullable String message) {
    Pickle pickle = query.findPickleBy(started).orElseThrow();
    Optional<Lineage> lineage = query.findLineageBy(pickle);
    String file = ScenarioIdentity.file(pickle.getUri(), directory);
    String rule = lineage.flatMap(Lineage::rule).map(found -> found.getName()).orElse("");
    List<String> examples =
        lineage
            .flatMap(Lineage::example)
            .map(row -> row.getCells().stream().map(TableCell::getValue).toList())
            .orElse(List.of());
    String line = query.findLocationOf(pickle).map(at -> ":" + at.getLine()).orElse("");
    String feature = lineage.flatMap(Lineage::feature).map(found -> found.getName()).orElse(file);
    return new ScenarioResult(
        ScenarioIdentity.of(file, rule, pickle.getName(), examples),
        feature,
        pickle.getName(),
        file + line,
        status,
        millis,
        masked(step),
        masked(message));
  }

  private static @Nullable String masked(@Nullable String text) {
    return text == null ? null : Secrets.mask(text);
  }

  private Optional<TestStepFinished> worst(TestCaseStarted started) {
    return query.findTestStepFinishedAndTestStepBy(started).stream()
        .map(Map.Entry::getKey)
        .reduce((first, next) -> severity(next) > severity(first) ? next : first);
  }

  private static int severity(TestStepFinished step) {
    return step.getTestStepResult().getStatus().ordinal() == TestStepResultStatus.UNKNOWN.ordinal()
        ? Status.FAILED.ordinal()
        : status(step.getTestStepResult()).ordinal();
  }

  private static Status status(TestStepResult result) {
    return switch (result.getStatus()) {
      case PASSED -> Status.PASSED;
      case SKIPPED -> Status.SKIPPED;
      case PENDING -> Status.PENDING;
      case UNDEFINED -> Status.UNDEFINED;
      case AMBIGUOUS -> Status.AMBIGUOUS;
      case FAILED, UNKNOWN -> Status.FAILED;
    };
  }

  private @Nullable String stepText(TestStepFinished finished) {
    Optional<TestStep> step = query.findTestStepBy(finished);
    return step.flatMap(query::findPickleStepBy)
        .map(pickleStep -> keyword(pickleStep) + pickleStep.getText())
        .or(() -> step.flatMap(query::findHookBy).map(hook -> "hook " + hook.getName().orElse("")))
        .orElse(null);
  }

  private String keyword(io.cucumber.messages.types.PickleStep step) {
    return query.findStepBy(step).map(found -> found.getKeyword()).orElse("");
  }

  private String message(TestStepFinished finished) {
    TestStepResult result = finished.getTestStepResult();
    Optional<String> explanation =
        query.findAttachmentsBy(finished).stream()
            .filter(attachment -> attachment.getFileName().equals(Optional.of(EXPLANATION)))
            .map(Attachment::getBody)
            .min(Comparator.naturalOrder());
    return explanation
        .or(() -> result.getException().flatMap(thrown -> thrown.getMessage()))
        .or(result::getMessage)
        .orElse(
            "The step is " + result.getStatus().value().toLowerCase(java.util.Locale.ROOT) + ".");
  }
}

package dev.trestle.steps.core;

import dev.trestle.protocol.Secrets;
import org.jspecify.annotations.Nullable;

/**
 * A failed expectation, told in four parts: what failed, the evidence, where to look, what to do.
 */
public final class StepFailure extends AssertionError {

  private static final long serialVersionUID = 1L;

  private final String what;
  private final String evidence;
  private final String look;
  private final String fix;

  private StepFailure(
      String what, String evidence, String look, String fix, @Nullable Throwable cause) {
    super(what, cause);
    this.what = shown(what);
    this.evidence = shown(evidence);
    this.look = shown(look);
    this.fix = shown(fix);
  }

  /** A failure with its first part; where to look is the running step unless said otherwise. */
  public static StepFailure of(String what) {
    ScenarioScope scope = ScenarioScope.orNull();
    return new StepFailure(
        what, "", scope == null ? "" : "Look at " + scope.where() + ".", "", null);
  }

  /** The same failure with what was seen. */
  public StepFailure evidence(String evidence) {
    return copy(new StepFailure(what, evidence, look, fix, getCause()));
  }

  /** The same failure with the file and line, log or address to look at. */
  public StepFailure look(String look) {
    return copy(new StepFailure(what, evidence, look, fix, getCause()));
  }

  /** The same failure with what to do. */
  public StepFailure fix(String fix) {
    return copy(new StepFailure(what, evidence, look, fix, getCause()));
  }

  /** The same failure with the error beneath it. */
  public StepFailure causedBy(Throwable cause) {
    return copy(new StepFailure(what, evidence, look, fix, cause));
  }

  /** The parts that are there, one below the other, without secrets and as written. */
  @Override
  public String getMessage() {
    StringBuilder message = new StringBuilder();
    for (String part : new String[] {what, evidence, look, fix}) {
      if (!part.isBlank()) {
        message.append(message.isEmpty() ? "" : "\n").append(part.stripTrailing());
      }
    }
    return message.toString();
  }

  private static String shown(String part) {
    ScenarioScope scope = ScenarioScope.orNull();
    String whole = Secrets.mask(scope == null ? part : scope.reveal(part));
    String bounded = BoundedLines.of(whole);
    if (scope != null && !bounded.equals(whole)) {
      scope.attach("Whole values of the failure", "text/plain", whole);
    }
    return bounded;
  }

  private StepFailure copy(StepFailure next) {
    next.setStackTrace(getStackTrace());
    return next;
  }
}

package dev.trestle.steps.core.phrase;

import io.cucumber.core.backend.StepDefinition;
import java.time.Duration;

/**
 * The guarded form of a step: {@code within {duration}, } and the step, which is retried until it
 * holds.
 *
 * @param inner the step that is retried
 */
record GuardStep(StepDefinition inner) implements PrefixedStep {

  private static final String PREFIX = "within ";

  @Override
  public Class<?> prefixType() {
    return Duration.class;
  }

  @Override
  public void run(Object bound, Object[] arguments) throws Throwable {
    Retry.within((Duration) bound, () -> StepCall.execute(inner, arguments));
  }

  @Override
  public String getPattern() {
    String pattern = inner.getPattern();
    if (!PhraseExpression.isRegularExpression(pattern)) {
      return PREFIX + "{" + DurationType.NAME + "}, " + pattern;
    }
    String regexp =
        pattern.startsWith("/") && pattern.endsWith("/")
            ? pattern.substring(1, pattern.length() - 1)
            : pattern;
    return "^" + PREFIX + "(" + DurationType.REGEXP + "), " + regexp.replaceFirst("^\\^", "");
  }
}

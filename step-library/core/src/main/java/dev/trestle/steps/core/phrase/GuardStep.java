package dev.trestle.steps.core.phrase;

import io.cucumber.core.backend.CucumberInvocationTargetException;
import io.cucumber.core.backend.ParameterInfo;
import io.cucumber.core.backend.SourceReference;
import io.cucumber.core.backend.StepDefinition;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The guarded form of a step: {@code within {duration}, } and the step, which is retried until it
 * holds. Each step gets one of its own, so that Cucumber itself knows its arguments.
 *
 * @param inner the step that is retried
 */
record GuardStep(StepDefinition inner) implements PrefixedStep {

  private static final String PREFIX = "within ";

  @Override
  public void execute(Object[] arguments) {
    Object[] rest = Arrays.copyOfRange(arguments, 1, arguments.length);
    try {
      Retry.within((Duration) arguments[0], () -> StepCall.execute(inner, rest));
    } catch (Throwable failure) {
      // Cucumber's contract for whatever a step throws.
      throw new CucumberInvocationTargetException(inner, new InvocationTargetException(failure));
    }
  }

  @Override
  public List<ParameterInfo> parameterInfos() {
    List<ParameterInfo> infos = new ArrayList<>();
    infos.add(new TypeInfo(Duration.class));
    infos.addAll(inner.parameterInfos());
    return infos;
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

  @Override
  public boolean isDefinedAt(StackTraceElement element) {
    return inner.isDefinedAt(element);
  }

  @Override
  public String getLocation() {
    return inner.getLocation();
  }

  @Override
  public Optional<SourceReference> getSourceReference() {
    return inner.getSourceReference();
  }
}

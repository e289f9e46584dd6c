package dev.trestle.steps.core.phrase;

import dev.trestle.steps.core.ScenarioScope;
import io.cucumber.core.backend.CucumberInvocationTargetException;
import io.cucumber.core.backend.ParameterInfo;
import io.cucumber.core.backend.SourceReference;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A phrase for several: {@code 20 shoppers at once} and the phrase, or {@code for exactly 5 of
 * them} and the phrase.
 *
 * @param inner the phrase
 * @param instances the lane's step classes
 */
record AtOnceStep(PhraseStep inner, Instances instances) implements PrefixedStep {

  @Override
  public void execute(Object[] arguments) {
    Object[] rest = Arrays.copyOfRange(arguments, 1, arguments.length);
    try {
      new Several(ScenarioScope.current(), instances)
          .run((Who) arguments[0], () -> StepCall.execute(inner, rest));
    } catch (Throwable failure) {
      // Cucumber's contract for whatever a step throws.
      throw new CucumberInvocationTargetException(this, new InvocationTargetException(failure));
    }
  }

  @Override
  public List<ParameterInfo> parameterInfos() {
    List<ParameterInfo> infos = new ArrayList<>();
    infos.add(new TypeInfo(Who.class));
    infos.addAll(inner.parameterInfos());
    return infos;
  }

  @Override
  public String getPattern() {
    return "{" + WhoType.NAME + "}(,) " + inner.getPattern();
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

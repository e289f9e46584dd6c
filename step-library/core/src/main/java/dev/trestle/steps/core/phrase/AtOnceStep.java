package dev.trestle.steps.core.phrase;

import dev.trestle.steps.core.ScenarioScope;

/**
 * A phrase for several: {@code 20 shoppers at once} and the phrase, or {@code for exactly 5 of
 * them} and the phrase.
 *
 * @param inner the phrase
 * @param instances the lane's step classes
 */
record AtOnceStep(PhraseStep inner, Instances instances) implements PrefixedStep {

  @Override
  public Class<?> prefixType() {
    return Who.class;
  }

  @Override
  public void run(Object who, Object[] arguments) throws Throwable {
    new Several(ScenarioScope.current(), instances)
        .run((Who) who, () -> StepCall.execute(inner, arguments));
  }

  @Override
  public String getPattern() {
    return "{" + WhoType.NAME + "}(,) " + inner.getPattern();
  }
}

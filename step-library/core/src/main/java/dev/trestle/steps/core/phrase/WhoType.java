package dev.trestle.steps.core.phrase;

import io.cucumber.core.backend.ParameterTypeDefinition;
import io.cucumber.cucumberexpressions.ParameterType;
import java.util.List;

/** The parameter type of what is written before a phrase to run it for several at once. */
final class WhoType implements ParameterTypeDefinition {

  /**
   * With a hyphen, which no Java method's name has, so that no project's type is called the same.
   */
  static final String NAME = "at-once";

  @Override
  public ParameterType<?> parameterType() {
    return new ParameterType<>(
        NAME, List.of(Who.REGEXP), Who.class, (String written) -> Who.parse(written), false, false);
  }

  @Override
  public boolean isDefinedAt(StackTraceElement element) {
    return element.getClassName().equals(Who.class.getName());
  }

  @Override
  public String getLocation() {
    return "trestle-steps-core, parameter type {" + NAME + "}";
  }
}

package dev.trestle.steps.core.phrase;

import io.cucumber.core.backend.ParameterTypeDefinition;
import io.cucumber.cucumberexpressions.ParameterType;
import java.util.List;

/**
 * Stands for a parameter type that glue uses and nothing defines: it matches no text, so that the
 * steps that use it are undefined.
 *
 * @param name the type's name
 */
record UnknownType(String name) implements ParameterTypeDefinition {

  private static final String NOTHING = "[^\\s\\S]";

  @Override
  public ParameterType<?> parameterType() {
    return new ParameterType<>(
        name, List.of(NOTHING), String.class, (String text) -> text, false, false);
  }

  @Override
  public boolean isDefinedAt(StackTraceElement element) {
    return false;
  }

  @Override
  public String getLocation() {
    return "nowhere, parameter type {" + name + "}";
  }
}

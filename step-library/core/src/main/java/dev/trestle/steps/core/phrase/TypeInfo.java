package dev.trestle.steps.core.phrase;

import io.cucumber.core.backend.ParameterInfo;
import io.cucumber.core.backend.TypeResolver;
import java.lang.reflect.Type;

/**
 * A parameter of a step definition that is not a Java method.
 *
 * @param type the type that Cucumber converts to; Object leaves tables and doc strings as they are
 */
record TypeInfo(Type type) implements ParameterInfo {

  @Override
  public Type getType() {
    return type;
  }

  @Override
  public boolean isTransposed() {
    return false;
  }

  @Override
  public TypeResolver getTypeResolver() {
    return () -> type;
  }
}

package dev.trestle.steps.core.phrase;

import io.cucumber.core.backend.CucumberInvocationTargetException;
import io.cucumber.core.backend.ParameterInfo;
import io.cucumber.core.backend.SourceReference;
import io.cucumber.core.backend.StepDefinition;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A form that Trestle gives to a step by writing something before it. Each step gets one of its
 * own, so that Cucumber itself knows its arguments, of which what is written before is the first.
 */
sealed interface PrefixedStep extends StepDefinition permits GuardStep, AtOnceStep {

  /** The step itself. */
  StepDefinition inner();

  /** The type of what is written before. */
  Class<?> prefixType();

  /** Runs the step with its own arguments. */
  void run(Object prefix, Object[] arguments) throws Throwable;

  @Override
  default void execute(Object[] arguments) {
    try {
      run(arguments[0], Arrays.copyOfRange(arguments, 1, arguments.length));
    } catch (Throwable failure) {
      // Cucumber's contract for whatever a step throws.
      throw new CucumberInvocationTargetException(this, new InvocationTargetException(failure));
    }
  }

  @Override
  default List<ParameterInfo> parameterInfos() {
    List<ParameterInfo> infos = new ArrayList<>();
    infos.add(new TypeInfo(prefixType()));
    infos.addAll(inner().parameterInfos());
    return infos;
  }

  @Override
  default boolean isDefinedAt(StackTraceElement element) {
    return inner().isDefinedAt(element);
  }

  @Override
  default String getLocation() {
    return inner().getLocation();
  }

  @Override
  default Optional<SourceReference> getSourceReference() {
    return inner().getSourceReference();
  }
}

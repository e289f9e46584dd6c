package dev.trestle.steps.core.phrase;

import io.cucumber.core.backend.CucumberBackendException;
import io.cucumber.core.backend.CucumberInvocationTargetException;
import io.cucumber.core.backend.ParameterInfo;
import io.cucumber.core.backend.StepDefinition;
import io.cucumber.cucumberexpressions.Argument;
import io.cucumber.cucumberexpressions.CucumberExpressionException;
import io.cucumber.datatable.CucumberDataTableException;
import io.cucumber.datatable.DataTable;
import io.cucumber.docstring.CucumberDocStringException;
import io.cucumber.docstring.DocString;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calls a matched step definition with its arguments converted, as Cucumber does. */
final class StepCall {

  private StepCall() {}

  /** Runs the step; throws what the step itself threw. */
  @SuppressWarnings("NullAway")
  static void run(StepMatcher.Match match, StepArgument argument) throws Throwable {
    StepDefinition step = match.step();
    int given = match.arguments().size() + (argument instanceof StepArgument.None ? 0 : 1);
    int wanted = step.parameterInfos().size();
    if (given != wanted) {
      throw PhraseError.definite(
          "The step '"
              + step.getPattern()
              + "' takes "
              + wanted
              + " arguments, but is given "
              + given
              + ".\n"
              + "It is given "
              + argument.label()
              + ".\nIt is defined at "
              + step.getLocation()
              + ".",
          null);
    }
    Object[] arguments = convert(match, argument);
    execute(step, arguments);
  }

  /** Runs the step with converted arguments; throws what the step itself threw. */
  static void execute(StepDefinition step, @Nullable Object[] arguments) throws Throwable {
    try {
      step.execute(arguments);
    } catch (CucumberInvocationTargetException e) {
      throw thrownBy(step, e);
    } catch (CucumberBackendException e) {
      throw PhraseError.definite(
          "The step '"
              + step.getPattern()
              + "' could not be called.\n"
              + Told.message(e)
              + "\nIt is defined at "
              + step.getLocation()
              + ".",
          e);
    }
  }

  private static @Nullable Object[] convert(StepMatcher.Match match, StepArgument argument)
      throws Throwable {
    StepDefinition step = match.step();
    List<@Nullable Object> values = new ArrayList<>();
    try {
      for (Argument<?> caught : match.arguments()) {
        values.add(caught.getValue());
      }
      if (argument instanceof StepArgument.Table table) {
        values.add(table(table, last(step), match.types()));
      } else if (argument instanceof StepArgument.Text text) {
        values.add(docString(text, last(step), match.types()));
      }
    } catch (CucumberInvocationTargetException e) {
      throw thrownBy(step, e);
    } catch (CucumberExpressionException
        | CucumberDataTableException
        | CucumberDocStringException
        | CucumberBackendException e) {
      if (e.getCause() instanceof CucumberInvocationTargetException inner) {
        throw thrownBy(step, inner);
      }
      throw PhraseError.definite(
          "The arguments of the step '"
              + step.getPattern()
              + "' could not be converted.\n"
              + Told.message(e)
              + "\nIt is defined at "
              + step.getLocation()
              + ".",
          e);
    }
    return values.toArray();
  }

  private static ParameterInfo last(StepDefinition step) {
    return step.parameterInfos().get(step.parameterInfos().size() - 1);
  }

  private static @Nullable Object table(
      StepArgument.Table table, ParameterInfo parameter, StepTypes types) {
    Type type = parameter.getTypeResolver().resolve();
    return DataTable.create(table.rows(), types.tables())
        .convert(Object.class.equals(type) ? DataTable.class : type, parameter.isTransposed());
  }

  private static @Nullable Object docString(
      StepArgument.Text text, ParameterInfo parameter, StepTypes types) {
    Type type = parameter.getTypeResolver().resolve();
    String mediaType = text.mediaType().isEmpty() ? null : text.mediaType();
    return DocString.create(text.content(), mediaType, types.docStrings())
        .convert(Object.class.equals(type) ? DocString.class : type);
  }

  private static Throwable thrownBy(StepDefinition step, CucumberInvocationTargetException e) {
    Throwable thrown = e.getCause();
    if (!Signals.isSignal(thrown)) {
      Traces.cut(thrown, e.getLocated() == null ? step : e.getLocated());
    }
    return thrown;
  }
}

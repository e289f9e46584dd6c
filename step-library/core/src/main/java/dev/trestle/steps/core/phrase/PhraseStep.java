package dev.trestle.steps.core.phrase;

import io.cucumber.core.backend.CucumberInvocationTargetException;
import io.cucumber.core.backend.ParameterInfo;
import io.cucumber.core.backend.SourceReference;
import io.cucumber.core.backend.StepDefinition;
import io.cucumber.datatable.DataTable;
import io.cucumber.docstring.DocString;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A phrase as Cucumber sees it: a step definition.
 *
 * @param phrase the phrase
 * @param runner the lane's runner of its parts
 */
record PhraseStep(Phrase phrase, PartRunner runner) implements StepDefinition {

  @Override
  public void execute(Object[] arguments) {
    try {
      runner.run(phrase, values(arguments), callers(arguments));
    } catch (Throwable failure) {
      // Cucumber's contract for whatever a step throws.
      throw new CucumberInvocationTargetException(this, new InvocationTargetException(failure));
    }
  }

  private Map<String, String> values(Object[] arguments) {
    Map<String, String> values = new LinkedHashMap<>();
    List<PhraseParameter> parameters = phrase.expression().parameters();
    for (int i = 0; i < parameters.size(); i++) {
      values.put(parameters.get(i).name(), (String) arguments[i]);
    }
    return values;
  }

  private StepArgument callers(Object[] arguments) {
    if (phrase.takes() == Phrase.Takes.NOTHING) {
      return StepArgument.NONE;
    }
    Object argument = arguments[arguments.length - 1];
    StepArgument given = StepArgument.NONE;
    if (argument instanceof DataTable table) {
      given = new StepArgument.Table(table.cells());
    } else if (argument instanceof DocString text) {
      String mediaType = text.getContentType();
      given = new StepArgument.Text(text.getContent(), mediaType == null ? "" : mediaType);
    }
    boolean wantsTable = phrase.takes() == Phrase.Takes.TABLE;
    if (wantsTable != given instanceof StepArgument.Table) {
      throw PhraseError.definite(
          "The phrase '"
              + getPattern()
              + "' takes "
              + (wantsTable ? "a table" : "a doc string")
              + ", but is given "
              + given.label()
              + ".\nIt is defined at "
              + phrase.place()
              + ".",
          null);
    }
    return given;
  }

  @Override
  public List<ParameterInfo> parameterInfos() {
    List<ParameterInfo> infos = new ArrayList<>();
    phrase.expression().parameters().forEach(parameter -> infos.add(new TypeInfo(String.class)));
    if (phrase.takes() != Phrase.Takes.NOTHING) {
      infos.add(new TypeInfo(Object.class));
    }
    return infos;
  }

  @Override
  public String getPattern() {
    return phrase.expression().written();
  }

  @Override
  public boolean isDefinedAt(StackTraceElement element) {
    return phrase.parts().stream().anyMatch(part -> Traces.isAt(element, part.place()));
  }

  @Override
  public String getLocation() {
    return phrase.place().toString();
  }

  @Override
  public Optional<SourceReference> getSourceReference() {
    return Optional.of(
        SourceReference.fromStackTraceElement(
            new StackTraceElement(
                "phrase", getPattern(), phrase.place().file(), phrase.place().line())));
  }
}

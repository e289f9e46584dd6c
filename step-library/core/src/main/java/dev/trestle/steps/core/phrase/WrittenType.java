package dev.trestle.steps.core.phrase;

import io.cucumber.core.backend.ParameterTypeDefinition;
import io.cucumber.cucumberexpressions.CaptureGroupTransformer;
import io.cucumber.cucumberexpressions.ParameterType;
import java.util.List;

/**
 * The parameter type named {@code name:type}, which matches what {@code type} matches and yields
 * the text as written; so a phrase's name can be given to Cucumber as it is, and the parts get
 * their values unchanged.
 */
record WrittenType(PhraseParameter parameter, List<String> regexps, Place place)
    implements ParameterTypeDefinition {

  @Override
  public ParameterType<?> parameterType() {
    CaptureGroupTransformer<String> written =
        groups ->
            "string".equals(parameter.type())
                ? groups[0].substring(1, groups[0].length() - 1)
                : groups[0];
    // Never preferred and never suggested, and each expression differs from the original's, so
    // that no regular expression in Java glue becomes ambiguous through it.
    return new ParameterType<>(
        parameter.typeName(),
        regexps.stream().map(regexp -> "(?:" + CaptureGroups.without(regexp) + ")").toList(),
        String.class,
        written,
        false,
        false);
  }

  @Override
  public boolean isDefinedAt(StackTraceElement element) {
    return false;
  }

  @Override
  public String getLocation() {
    return place.toString();
  }
}

package dev.trestle.steps.core.phrase;

import io.cucumber.core.backend.ParameterTypeDefinition;
import io.cucumber.cucumberexpressions.CaptureGroupTransformer;
import io.cucumber.cucumberexpressions.ParameterType;
import java.util.List;

/**
 * The parameter type named {@code name:type}, which matches what {@code type} matches and yields
 * the text as written, a quoted one without its quotes; so a phrase's name can be given to Cucumber
 * as it is, and the parts get their values unchanged.
 */
record WrittenType(PhraseParameter parameter, List<String> regexps, Place place)
    implements ParameterTypeDefinition {

  @Override
  public ParameterType<?> parameterType() {
    CaptureGroupTransformer<String> written =
        groups -> "string".equals(parameter.type()) ? unquoted(groups[0]) : groups[0];
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

  /** What a quoted text says: its own quote is written with a backslash in it. */
  private static String unquoted(String quoted) {
    String quote = quoted.substring(0, 1);
    return quoted.substring(1, quoted.length() - 1).replace("\\" + quote, quote);
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

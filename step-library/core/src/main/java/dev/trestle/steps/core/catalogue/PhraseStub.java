package dev.trestle.steps.core.catalogue;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Proposes the name of a phrase for the text of a step. */
final class PhraseStub {

  private static final Pattern VALUE =
      Pattern.compile("\"[^\"]*\"|'[^']*'|(?<![\\p{L}\\p{N}.])\\d+(?:\\.\\d+)?(?![\\p{L}\\p{N}.])");
  private static final Pattern SPECIAL = Pattern.compile("[\\\\(){}/]");

  private PhraseStub() {}

  /** The text with quoted texts and numbers as parameters, and the rest as plain text. */
  static String of(String text) {
    StringBuilder stub = new StringBuilder();
    int end = 0;
    int number = 1;
    for (MatchResult value : VALUE.matcher(text).results().toList()) {
      stub.append(plain(text.substring(end, value.start())));
      stub.append("{value").append(number++).append(':').append(type(value.group())).append('}');
      end = value.end();
    }
    return stub.append(plain(text.substring(end))).toString();
  }

  private static String plain(String text) {
    return SPECIAL.matcher(text).replaceAll(match -> "\\\\\\" + match.group());
  }

  private static String type(String value) {
    if (value.startsWith("\"") || value.startsWith("'")) {
      return "string";
    }
    return value.contains(".") ? "float" : "int";
  }
}

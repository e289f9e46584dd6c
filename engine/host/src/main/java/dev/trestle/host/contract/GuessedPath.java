package dev.trestle.host.contract;

import java.util.regex.Pattern;

/** The template of a path that no document has. */
public final class GuessedPath {

  private static final Pattern ID =
      Pattern.compile("[0-9]+|[0-9a-fA-F-]{32,36}|.*[0-9].*[A-Za-z].*[0-9].*|.{40,}");

  private GuessedPath() {}

  /** The path with {@code *} for what looks like an id. */
  public static String of(String path) {
    StringBuilder guessed = new StringBuilder();
    for (String segment : path.split("/", -1)) {
      guessed.append('/').append(ID.matcher(segment).matches() ? "*" : segment);
    }
    return guessed.substring(1);
  }
}

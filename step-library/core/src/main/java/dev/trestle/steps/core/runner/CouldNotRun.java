package dev.trestle.steps.core.runner;

import dev.trestle.steps.core.phrase.PhrasebookException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Why Cucumber could not run, as a message for people, with the frames that a developer needs. */
final class CouldNotRun {

  private static final int MOST_FRAMES = 12;

  /** What is said by these is the project's, and Java frames say nothing more. */
  private static final Set<String> PLAIN =
      Set.of(
          "RunRefusal", "PhrasebookException", "FeatureParserException", "TagExpressionException");

  private CouldNotRun() {}

  static String message(Throwable thrown) {
    Throwable failure =
        PhrasebookException.in(thrown).map(Throwable.class::cast).orElse(first(thrown));
    if (failure instanceof RunRefusal || failure instanceof PhrasebookException) {
      return String.valueOf(failure.getMessage());
    }
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof LinkageError && at.toString().matches("(?s).*\\bio[./]cucumber[./].*")) {
        return CucumberVersions.unfit(at);
      }
    }
    List<String> lines = new ArrayList<>();
    lines.add("Cucumber could not run.");
    lines.add(String.valueOf(failure.getMessage() == null ? failure : failure.getMessage()));
    Throwable cause = failure.getCause();
    while (cause != null) {
      lines.add("Caused by " + cause);
      cause = cause.getCause();
    }
    if (!isPlain(failure) && !isPlain(root(failure))) {
      Arrays.stream(root(failure).getStackTrace())
          .limit(MOST_FRAMES)
          .forEach(frame -> lines.add("  at " + frame));
    }
    return String.join("\n", lines);
  }

  private static boolean isPlain(Throwable failure) {
    return PLAIN.contains(failure.getClass().getSimpleName());
  }

  /** Cucumber throws one that holds those of all lanes; they say the same. */
  private static Throwable first(Throwable thrown) {
    Throwable[] held = thrown.getSuppressed();
    return thrown.getCause() == null && held.length > 0 ? held[0] : thrown;
  }

  private static Throwable root(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }
}

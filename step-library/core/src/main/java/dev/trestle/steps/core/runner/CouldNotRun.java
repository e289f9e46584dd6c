package dev.trestle.steps.core.runner;

import java.util.ArrayList;
import java.util.List;

/** Why Cucumber could not run, as a message for people, with the frames that a developer needs. */
final class CouldNotRun {

  private static final int MOST_FRAMES = 12;

  private CouldNotRun() {}

  static String message(Throwable failure) {
    List<String> lines = new ArrayList<>();
    lines.add("Cucumber could not run.");
    lines.add(String.valueOf(failure.getMessage() == null ? failure : failure.getMessage()));
    Throwable cause = failure.getCause();
    while (cause != null) {
      lines.add("Caused by " + cause);
      cause = cause.getCause();
    }
    StackTraceElement[] frames = root(failure).getStackTrace();
    for (int i = 0; i < Math.min(MOST_FRAMES, frames.length); i++) {
      lines.add("  at " + frames[i]);
    }
    return String.join("\n", lines);
  }

  private static Throwable root(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }
}

package dev.trestle.steps.core.phrase;

import io.cucumber.core.backend.Located;
import java.util.Arrays;

/** Stack traces that end with the lines of the phrasebook, as Cucumber's end with the feature's. */
final class Traces {

  private static final String MARK = "✽";

  private Traces() {}

  /** Cuts what is beneath the step's own code. */
  static void cut(Throwable failure, Located step) {
    StackTraceElement[] trace = failure.getStackTrace();
    for (int i = 0; i < trace.length; i++) {
      if (step.isDefinedAt(trace[i])) {
        failure.setStackTrace(Arrays.copyOf(trace, i + 1));
        return;
      }
    }
  }

  /** Adds the line of a part. */
  static void append(Throwable failure, String text, Place place) {
    StackTraceElement[] trace = failure.getStackTrace();
    StackTraceElement[] longer = Arrays.copyOf(trace, trace.length + 1);
    longer[trace.length] = new StackTraceElement(MARK, text, place.file(), place.line());
    failure.setStackTrace(longer);
  }

  /** Whether an element is the line of a part. */
  static boolean isAt(StackTraceElement element, Place place) {
    return MARK.equals(element.getClassName())
        && place.file().equals(element.getFileName())
        && place.line() == element.getLineNumber();
  }
}

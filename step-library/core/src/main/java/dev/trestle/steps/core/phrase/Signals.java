package dev.trestle.steps.core.phrase;

import io.cucumber.core.backend.Pending;
import java.util.Set;

/** Throwables that Cucumber reads as something other than a failure, and which pass unchanged. */
final class Signals {

  private static final Set<String> ABORTED =
      Set.of(
          "org.junit.AssumptionViolatedException",
          "org.junit.internal.AssumptionViolatedException",
          "org.opentest4j.TestAbortedException",
          "org.testng.SkipException");

  private Signals() {}

  /** Whether the step is pending or skipped, or the process cannot go on. */
  static boolean isSignal(Throwable throwable) {
    return isSkip(throwable) || throwable instanceof VirtualMachineError;
  }

  /** Whether the step is pending, or says that it does not apply. */
  static boolean isSkip(Throwable throwable) {
    if (throwable.getClass().isAnnotationPresent(Pending.class)) {
      return true;
    }
    for (Class<?> type = throwable.getClass(); type != null; type = type.getSuperclass()) {
      if (ABORTED.contains(type.getName())) {
        return true;
      }
    }
    return false;
  }
}

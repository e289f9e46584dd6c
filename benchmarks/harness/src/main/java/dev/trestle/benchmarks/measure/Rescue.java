package dev.trestle.benchmarks.measure;

/** What is done when the harness itself is told to end, unless it was withdrawn before. */
final class Rescue {

  private final Thread hook;

  Rescue(Runnable work) {
    hook = new Thread(work, "rescue");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  void withdraw() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The harness is ending: the hook runs already.
    }
  }
}

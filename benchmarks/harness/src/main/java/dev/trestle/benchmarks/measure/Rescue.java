package dev.trestle.benchmarks.measure;

/** What is done when the harness itself is told to end, unless it was withdrawn before. */
public final class Rescue {

  private final Thread hook;

  /**
   * Asks for something to be done.
   *
   * @param work what is done
   */
  public Rescue(Runnable work) {
    hook = new Thread(work, "rescue");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** It need not be done any more. */
  public void withdraw() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The harness is ending: the hook runs already.
    }
  }
}

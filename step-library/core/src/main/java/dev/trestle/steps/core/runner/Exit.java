package dev.trestle.steps.core.runner;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Ends this JVM with the glue's shutdown hooks, but in bounded time. */
final class Exit {

  private static final long SECONDS_FOR_HOOKS = 10;

  private Exit() {}

  static void with(int status) {
    Thread limit = new Thread(() -> haltLater(status), "trestle-exit");
    limit.setDaemon(true);
    limit.start();
    System.exit(status);
  }

  private static void haltLater(int status) {
    try {
      boolean never = new CountDownLatch(1).await(SECONDS_FOR_HOOKS, TimeUnit.SECONDS);
      assert !never;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(status);
  }
}

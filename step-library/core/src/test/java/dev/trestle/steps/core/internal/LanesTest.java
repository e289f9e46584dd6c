package dev.trestle.steps.core.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class LanesTest {

  private final Lanes lanes = new Lanes();
  private final ExecutorService threads = Executors.newFixedThreadPool(8);
  private final AtomicInteger running = new AtomicInteger();
  private final AtomicInteger mostAtOnce = new AtomicInteger();
  private final AtomicInteger besideOneAlone = new AtomicInteger();

  @AfterEach
  void end() {
    threads.shutdownNow();
  }

  @Test
  void no_scenario_runs_beside_one_that_is_alone()
      throws InterruptedException, ExecutionException, TimeoutException {
    List<Future<?>> scenarios = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      int number = i;
      scenarios.add(threads.submit(() -> scenario(number)));
    }
    for (Future<?> scenario : scenarios) {
      scenario.get(30, TimeUnit.SECONDS);
    }

    assertThat(besideOneAlone).hasValue(0);
    assertThat(mostAtOnce.get()).isGreaterThan(1);
    assertThat(running).hasValue(0);
  }

  /** Every tenth is alone from its beginning; every tenth finds out that it has to be. */
  private Void scenario(int number) throws InterruptedException {
    boolean alone = number % 10 == 0;
    lanes.enter(alone);
    if (number % 10 == 5) {
      lanes.takeOver();
      alone = true;
    }
    int now = running.incrementAndGet();
    mostAtOnce.accumulateAndGet(now, Math::max);
    for (int i = 0; i < ThreadLocalRandom.current().nextInt(200); i++) {
      Thread.onSpinWait();
      if (alone && running.get() > 1) {
        besideOneAlone.incrementAndGet();
      }
    }
    running.decrementAndGet();
    lanes.leave(alone);
    return null;
  }
}

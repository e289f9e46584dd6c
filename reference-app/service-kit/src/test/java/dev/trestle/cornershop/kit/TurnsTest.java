package dev.trestle.cornershop.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TurnsTest {
  private final Turns turns = new Turns(Duration.ofSeconds(30));

  @Test
  void work_for_one_key_never_overlaps() {
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();

    List<CompletableFuture<Integer>> all =
        IntStream.range(0, 50)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () ->
                            turns.take(
                                "key",
                                () -> {
                                  most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                                  Thread.yield();
                                  return inside.decrementAndGet();
                                })))
            .toList();
    all.forEach(CompletableFuture::join);

    assertThat(most).hasValue(1);
  }

  @Test
  void another_key_does_not_wait() {
    assertThat(turns.<Integer>take("a", () -> CompletableFuture.supplyAsync(this::other).join()))
        .isEqualTo(7);
  }

  private int other() {
    return turns.take("b", () -> 7);
  }

  @Test
  void who_waits_too_long_is_told() throws InterruptedException {
    Turns impatient = new Turns(Duration.ofMillis(1));
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch done = new CountDownLatch(1);
    CompletableFuture<Boolean> first =
        CompletableFuture.supplyAsync(() -> impatient.take("key", () -> hold(inside, done)));
    inside.await();

    assertThatThrownBy(() -> impatient.take("key", () -> 1))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.slug()).isEqualTo("in-progress"));
    done.countDown();

    assertThat(first.join()).isTrue();
    assertThat(impatient.<Integer>take("key", () -> 2)).isEqualTo(2);
  }

  private static boolean hold(CountDownLatch inside, CountDownLatch done) {
    inside.countDown();
    try {
      done.await();
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Test
  void work_that_fails_gives_its_turn_up() {
    assertThatThrownBy(
            () ->
                turns.take(
                    "key",
                    () -> {
                      throw Problem.notFound("x");
                    }))
        .isInstanceOf(Problem.class);

    assertThat(turns.<Integer>take("key", () -> 3)).isEqualTo(3);
  }
}

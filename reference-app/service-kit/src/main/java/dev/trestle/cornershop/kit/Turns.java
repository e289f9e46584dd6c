package dev.trestle.cornershop.kit;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Lets the work for one key run once at a time in this process; other keys do not wait. */
public final class Turns {
  private final ConcurrentHashMap<String, Turn> turns = new ConcurrentHashMap<>();
  private final Duration patience;

  /** Nobody waits for their turn for longer than this. */
  public Turns(Duration patience) {
    this.patience = patience;
  }

  /**
   * Runs the work when it is its turn.
   *
   * @throws Problem 409 {@code in-progress} when others took too long
   */
  public <T> T take(String key, Supplier<T> work) {
    Turn turn = turns.compute(key, (same, known) -> (known == null ? new Turn() : known).join());
    boolean mine = false;
    try {
      mine = turn.lock.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS);
      if (!mine) {
        throw inProgress();
      }
      return work.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw inProgress();
    } finally {
      if (mine) {
        turn.lock.unlock();
      }
      turns.computeIfPresent(key, (same, known) -> known.leave() ? null : known);
    }
  }

  /** 409: the same request is being worked on; it may be sent again later. */
  public static Problem inProgress() {
    return Problem.conflict(
        "in-progress", "In progress", "the same request is being worked on; send it again later");
  }

  private static final class Turn {
    private final ReentrantLock lock = new ReentrantLock(true);
    private int users;

    Turn join() {
      users++;
      return this;
    }

    boolean leave() {
      users--;
      return users == 0;
    }
  }
}

package dev.trestle.host.server;

import java.util.concurrent.Semaphore;

/** Lets one start or run have the environment at a time. */
final class Turn {

  private final Semaphore free = new Semaphore(1);

  /** Takes the turn if nobody has it. */
  boolean take() {
    return free.tryAcquire();
  }

  /** Gives the turn back. */
  void give() {
    free.release();
  }

  /** What somebody is answered who cannot have it. */
  Reply refusal() {
    return Reply.refused(
        409,
        "The environment is busy: a start or a run is going on in it.\n"
            + "One host carries out one at a time.\n"
            + "See mvn trestle:status for what it does.\n"
            + "Wait for its end, and run again.");
  }
}

package dev.trestle.benchmarks.stack;

import dev.trestle.benchmarks.plan.Shape;
import java.nio.file.Path;

/**
 * Something that runs the workload.
 *
 * @param name the folder's name, as the command line has it
 * @param title what it is, for people
 * @param project the folder of its Maven project
 * @param kind how it is run
 * @param parallel whether it can run scenarios in parallel
 */
public record Stack(String name, String title, Path project, Kind kind, boolean parallel) {

  /** How a stack is run. */
  public enum Kind {
    /** A bare Java program. */
    PROGRAM,
    /** A Maven build with the goal {@code verify} that runs scenarios. */
    BUILD,
    /** A Maven build with the goal {@code verify} that does nothing. */
    EMPTY_VERIFY,
    /** A Maven build with the goal {@code validate} that does nothing. */
    EMPTY_VALIDATE
  }

  /** Whether it runs scenarios at all. */
  public boolean works() {
    return kind == Kind.PROGRAM || kind == Kind.BUILD;
  }

  /** Whether it can do this work. */
  public boolean runs(Shape shape) {
    return works() ? parallel || shape.lanes() == 1 : shape.equals(Shape.ONE);
  }

  /** How many calls the shop must see. */
  public int calls(Shape shape) {
    return works() ? shape.calls() : 0;
  }

  /** Whether it competes with Trestle: neither Trestle nor a yardstick. */
  public boolean peer() {
    return kind == Kind.BUILD && !name.equals(Stacks.TRESTLE);
  }
}

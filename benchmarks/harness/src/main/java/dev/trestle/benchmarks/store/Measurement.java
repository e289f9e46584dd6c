package dev.trestle.benchmarks.store;

import dev.trestle.benchmarks.plan.Cell;
import dev.trestle.benchmarks.plan.Shape;

/**
 * One measured build.
 *
 * @param stack the stack's name
 * @param shape the work
 * @param at when it ended, UTC
 * @param revision the revision of Trestle, also for peers, to tell the rounds apart
 * @param wall seconds
 * @param cpu seconds of CPU, user and system, of the whole process tree
 * @param rss the peak of the sum of resident set sizes, in MB
 * @param pss the peak of the sum of proportional set sizes, in MB
 * @param orphanedCpu the part of {@code cpu} that outlived its parent
 * @param lingered seconds for which a process outlived the build
 * @param calls the calls that the shop saw
 */
public record Measurement(
    String stack,
    Shape shape,
    String at,
    String revision,
    double wall,
    double cpu,
    double rss,
    double pss,
    double orphanedCpu,
    double lingered,
    int calls) {

  /** What it is a measurement of. */
  public Cell cell() {
    return new Cell(stack, shape);
  }
}

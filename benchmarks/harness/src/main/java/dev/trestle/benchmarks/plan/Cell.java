package dev.trestle.benchmarks.plan;

/**
 * A stack at a shape: what is measured several times.
 *
 * @param stack the stack's name
 * @param shape the work
 */
public record Cell(String stack, Shape shape) {}

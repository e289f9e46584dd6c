package dev.trestle.benchmarks.store;

/**
 * One measured figure of a suite other than {@code stacks}.
 *
 * @param suite the suite's name
 * @param subject what was measured
 * @param figure which figure of it
 * @param unit its unit
 * @param value its value
 * @param at when, UTC
 * @param revision the revision of Trestle
 */
public record Figure(
    String suite,
    String subject,
    String figure,
    String unit,
    double value,
    String at,
    String revision) {}

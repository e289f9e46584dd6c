/** The features that a stack runs, generated from its one scenario. */
@NullMarked
package dev.trestle.benchmarks.workload;

import org.jspecify.annotations.NullMarked;

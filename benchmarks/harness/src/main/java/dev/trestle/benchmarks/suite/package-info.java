/** The suites: what is run, and what counts as a result. */
@NullMarked
package dev.trestle.benchmarks.suite;

import org.jspecify.annotations.NullMarked;

/** RESULTS.md and its chart. */
@NullMarked
package dev.trestle.benchmarks.page;

import org.jspecify.annotations.NullMarked;

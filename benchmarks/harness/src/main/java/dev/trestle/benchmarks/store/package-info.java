/** What was measured, kept in a file that grows from run to run. */
@NullMarked
package dev.trestle.benchmarks.store;

import org.jspecify.annotations.NullMarked;

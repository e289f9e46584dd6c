/** The stacks that are compared, and the command that runs each. */
@NullMarked
package dev.trestle.benchmarks.stack;

import org.jspecify.annotations.NullMarked;

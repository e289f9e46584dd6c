/** The command behind benchmarks/run. */
@NullMarked
package dev.trestle.benchmarks;

import org.jspecify.annotations.NullMarked;

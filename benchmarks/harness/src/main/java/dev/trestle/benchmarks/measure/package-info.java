/** Time, CPU and memory of a process with all its descendants. */
@NullMarked
package dev.trestle.benchmarks.measure;

import org.jspecify.annotations.NullMarked;

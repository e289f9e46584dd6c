/** What is to be measured, and in which order. */
@NullMarked
package dev.trestle.benchmarks.plan;

import org.jspecify.annotations.NullMarked;

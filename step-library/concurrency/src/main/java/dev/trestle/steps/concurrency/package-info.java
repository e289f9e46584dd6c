/** Steps about the outcomes of those that act at once. */
@NullMarked
package dev.trestle.steps.concurrency;

import org.jspecify.annotations.NullMarked;

/** A shelf that many take from. */
@NullMarked
package dev.trestle.steps.concurrency.glue;

import org.jspecify.annotations.NullMarked;

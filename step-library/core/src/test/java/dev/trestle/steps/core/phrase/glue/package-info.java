/** Step definitions that the phrases of the tests use. */
@NullMarked
package dev.trestle.steps.core.phrase.glue;

import org.jspecify.annotations.NullMarked;

/** A project whose durations are something else. */
@NullMarked
package dev.trestle.steps.core.phrase.duration;

import org.jspecify.annotations.NullMarked;

/** Steps of a shelf from which many take at once. */
@NullMarked
package dev.trestle.steps.core.phrase.shelf;

import org.jspecify.annotations.NullMarked;

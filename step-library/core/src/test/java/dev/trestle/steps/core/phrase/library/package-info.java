/** A step artifact with a phrasebook. */
@NullMarked
package dev.trestle.steps.core.phrase.library;

import org.jspecify.annotations.NullMarked;

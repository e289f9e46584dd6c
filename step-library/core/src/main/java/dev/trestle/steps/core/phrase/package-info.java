/**
 * Business steps defined by other steps in {@code *.phrases.feature} files, given to Cucumber as
 * step definitions.
 */
@NullMarked
package dev.trestle.steps.core.phrase;

import org.jspecify.annotations.NullMarked;

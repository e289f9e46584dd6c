/** Glue of a project whose steps fit nearly everything. */
@NullMarked
package dev.trestle.steps.core.phrase.broad;

import org.jspecify.annotations.NullMarked;

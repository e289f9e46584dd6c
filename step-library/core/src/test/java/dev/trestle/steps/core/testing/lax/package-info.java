/** Steps that pass, or fail, when they must not. */
@NullMarked
package dev.trestle.steps.core.testing.lax;

import org.jspecify.annotations.NullMarked;

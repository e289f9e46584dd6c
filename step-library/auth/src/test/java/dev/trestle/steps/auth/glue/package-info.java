/** Steps that only the tests have. */
@NullMarked
package dev.trestle.steps.auth.glue;

import org.jspecify.annotations.NullMarked;

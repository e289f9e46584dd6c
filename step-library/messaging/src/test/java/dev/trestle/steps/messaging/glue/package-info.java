/** Steps that only the tests have. */
@NullMarked
package dev.trestle.steps.messaging.glue;

import org.jspecify.annotations.NullMarked;

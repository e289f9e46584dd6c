/** Tests of what tests of step artifacts use. */
@NullMarked
package dev.trestle.steps.core.testing;

import org.jspecify.annotations.NullMarked;

/** Expected and actual values: when they are the same, and how a mismatch is shown. */
@NullMarked
package dev.trestle.steps.core.compare;

import org.jspecify.annotations.NullMarked;

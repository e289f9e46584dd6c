/** What core's packages share and no step class needs. */
@NullMarked
package dev.trestle.steps.core.internal;

import org.jspecify.annotations.NullMarked;

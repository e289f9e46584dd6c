/** Requests and responses, as all artifacts see them that look at one or have one sent. */
@NullMarked
package dev.trestle.steps.core.exchange;

import org.jspecify.annotations.NullMarked;

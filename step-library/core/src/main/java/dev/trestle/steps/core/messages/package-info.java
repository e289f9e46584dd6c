/** Messages of any broker, and what a feature expects of them. */
@NullMarked
package dev.trestle.steps.core.messages;

import org.jspecify.annotations.NullMarked;

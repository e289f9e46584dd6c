/** Tests of messages and expectations. */
@NullMarked
package dev.trestle.steps.core.messages;

import org.jspecify.annotations.NullMarked;

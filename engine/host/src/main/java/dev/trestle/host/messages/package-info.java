/** Cucumber Messages as they come from a runner, of which only what the host needs is read. */
@NullMarked
package dev.trestle.host.messages;

import org.jspecify.annotations.NullMarked;

/** Starts, watches and stops the system that a Compose file describes. */
@NullMarked
package dev.trestle.host.environment;

import org.jspecify.annotations.NullMarked;

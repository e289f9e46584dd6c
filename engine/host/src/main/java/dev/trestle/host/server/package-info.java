/** The host's own process: its API on loopback, its state file, its lease, its end. */
@NullMarked
package dev.trestle.host.server;

import org.jspecify.annotations.NullMarked;

/** Keeps what a host started in a folder of its own, and cleans up after hosts that died. */
@NullMarked
package dev.trestle.host.session;

import org.jspecify.annotations.NullMarked;

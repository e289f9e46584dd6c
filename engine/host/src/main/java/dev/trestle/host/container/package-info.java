/** Runs services in containers of an engine that answers on this machine. */
@NullMarked
package dev.trestle.host.container;

import org.jspecify.annotations.NullMarked;

/** Runs the real product that stands in for a container image when there is no Docker. */
@NullMarked
package dev.trestle.host.standin;

import org.jspecify.annotations.NullMarked;

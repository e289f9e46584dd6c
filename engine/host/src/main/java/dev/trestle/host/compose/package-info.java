/** Reads Compose files, with Trestle's own fields, into one checked description of a system. */
@NullMarked
package dev.trestle.host.compose;

import org.jspecify.annotations.NullMarked;

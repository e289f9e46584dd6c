/** Serves third parties from stub mappings. */
@NullMarked
package dev.trestle.host.virtual;

import org.jspecify.annotations.NullMarked;

/** Finds secrets in texts of any format: by the name of what they are, by their shape, by value. */
@NullMarked
package dev.trestle.protocol.mask;

import org.jspecify.annotations.NullMarked;

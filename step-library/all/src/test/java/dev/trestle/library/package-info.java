/** Tests of the step library as a whole. */
@NullMarked
package dev.trestle.library;

import org.jspecify.annotations.NullMarked;

/** Tests of the steps about files. */
@NullMarked
package dev.trestle.steps.files;

import org.jspecify.annotations.NullMarked;

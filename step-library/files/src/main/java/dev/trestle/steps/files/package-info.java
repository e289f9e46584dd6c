/** Steps about files that services write, read as tables. */
@NullMarked
package dev.trestle.steps.files;

import org.jspecify.annotations.NullMarked;

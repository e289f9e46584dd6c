/** A project's own step classes, for tests. */
@NullMarked
package dev.trestle.steps.http.own;

import org.jspecify.annotations.NullMarked;

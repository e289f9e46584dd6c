/** What every step class builds on: the scenario scope, failures in four parts, and the SPIs. */
@NullMarked
package dev.trestle.steps.core;

import org.jspecify.annotations.NullMarked;

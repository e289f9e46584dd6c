/** The runner: a JVM that runs Cucumber for the host and streams what happens. */
@NullMarked
package dev.trestle.steps.core.runner;

import org.jspecify.annotations.NullMarked;

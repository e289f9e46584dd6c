/** The glue of a project that the runner's tests run. */
@org.jspecify.annotations.NullMarked
package dev.trestle.steps.core.runner.glue;

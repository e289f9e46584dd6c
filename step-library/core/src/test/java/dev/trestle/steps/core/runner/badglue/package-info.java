/** The glue of a project that is in error. */
@org.jspecify.annotations.NullMarked
package dev.trestle.steps.core.runner.badglue;

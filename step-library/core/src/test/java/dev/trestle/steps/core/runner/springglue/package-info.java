/** The glue of a project with Spring that the runner's tests run. */
@org.jspecify.annotations.NullMarked
package dev.trestle.steps.core.runner.springglue;

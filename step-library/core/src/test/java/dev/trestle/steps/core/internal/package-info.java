/** Tests of what the runner and the steps share. */
@org.jspecify.annotations.NullMarked
package dev.trestle.steps.core.internal;

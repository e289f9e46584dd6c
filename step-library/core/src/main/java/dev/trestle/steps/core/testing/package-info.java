/** The door for tests of step artifacts: a host without an environment, and runs in process. */
@NullMarked
package dev.trestle.steps.core.testing;

import org.jspecify.annotations.NullMarked;

/** Tests of the steps and value functions for test data. */
@NullMarked
package dev.trestle.steps.data;

import org.jspecify.annotations.NullMarked;

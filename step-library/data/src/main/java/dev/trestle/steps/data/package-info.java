/** Steps and value functions for test data: variables, random values, card numbers and dates. */
@NullMarked
package dev.trestle.steps.data;

import org.jspecify.annotations.NullMarked;

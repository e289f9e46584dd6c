/**
 * Several that do the same at once within one scenario, such as 20 shoppers, and their outcomes.
 */
@NullMarked
package dev.trestle.steps.core.copies;

import org.jspecify.annotations.NullMarked;

/** What steps there are: for suggestions when a step is unknown, and for the documentation. */
@NullMarked
package dev.trestle.steps.core.catalogue;

import org.jspecify.annotations.NullMarked;

/** Steps that check and keep JSON of a response, a saved value or a file. */
@NullMarked
package dev.trestle.steps.json;

import org.jspecify.annotations.NullMarked;

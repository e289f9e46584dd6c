/** Tests of the steps for JSON. */
@NullMarked
package dev.trestle.steps.json;

import org.jspecify.annotations.NullMarked;

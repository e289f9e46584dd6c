/** JSON documents, wherever they come from: values by JSONPath, comparison and checks. */
@NullMarked
package dev.trestle.steps.core.json;

import org.jspecify.annotations.NullMarked;

/** Steps that call services by their OpenAPI documents, and hold their answers against them. */
@NullMarked
package dev.trestle.steps.openapi;

import org.jspecify.annotations.NullMarked;

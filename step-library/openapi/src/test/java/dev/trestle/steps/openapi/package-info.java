/** Tests of the steps for OpenAPI, against a server of the JDK. */
@NullMarked
package dev.trestle.steps.openapi;

import org.jspecify.annotations.NullMarked;

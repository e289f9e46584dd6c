/** Steps that send HTTP requests to services and check the responses. */
@NullMarked
package dev.trestle.steps.http;

import org.jspecify.annotations.NullMarked;

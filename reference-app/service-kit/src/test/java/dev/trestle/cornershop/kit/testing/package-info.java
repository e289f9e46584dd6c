/**
 * What the services' integration tests share: a real database, tokens, peers and the check against
 * OpenAPI.
 */
@NullMarked
package dev.trestle.cornershop.kit.testing;

import org.jspecify.annotations.NullMarked;

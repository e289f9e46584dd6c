/**
 * What every Cornershop service shares: HTTP, JSON, database, tokens, tracing, logs and problems.
 */
@NullMarked
package dev.trestle.cornershop.kit;

import org.jspecify.annotations.NullMarked;

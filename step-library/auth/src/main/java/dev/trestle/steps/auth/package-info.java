/** Steps that decide who a scenario's requests come from, also with tokens that nobody issued. */
@NullMarked
package dev.trestle.steps.auth;

import org.jspecify.annotations.NullMarked;

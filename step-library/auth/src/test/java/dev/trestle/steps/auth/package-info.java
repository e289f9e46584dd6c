/** Tests of the steps for tokens and other credentials. */
@NullMarked
package dev.trestle.steps.auth;

import org.jspecify.annotations.NullMarked;

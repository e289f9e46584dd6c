/** Identity: who the shop's users and services are, and the tokens that say so. */
@NullMarked
package dev.trestle.cornershop.identity;

import org.jspecify.annotations.NullMarked;

/** The checkout service: turns a cart into a paid order, or undoes what it did on the way. */
@NullMarked
package dev.trestle.cornershop.checkout;

import org.jspecify.annotations.NullMarked;

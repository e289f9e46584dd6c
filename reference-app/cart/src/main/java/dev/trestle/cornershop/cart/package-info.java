/** Cart: what a shopper means to buy. */
@NullMarked
package dev.trestle.cornershop.cart;

import org.jspecify.annotations.NullMarked;

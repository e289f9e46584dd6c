/** Pricing: the price list, promotions, coupons, taxes and what a basket costs. */
@NullMarked
package dev.trestle.cornershop.pricing;

import org.jspecify.annotations.NullMarked;

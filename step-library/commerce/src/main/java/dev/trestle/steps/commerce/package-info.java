/** The words of a shop: money, cards, log-in, and the phrases that a product owner writes. */
@NullMarked
package dev.trestle.steps.commerce;

import org.jspecify.annotations.NullMarked;

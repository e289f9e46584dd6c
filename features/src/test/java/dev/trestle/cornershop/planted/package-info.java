/** Plants bugs into Cornershop, one after the other, and proves that its flows catch each. */
@NullMarked
package dev.trestle.cornershop.planted;

import org.jspecify.annotations.NullMarked;

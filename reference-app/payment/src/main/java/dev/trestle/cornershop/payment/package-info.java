/** The payment service: authorises, captures and refunds card payments through the acquirer. */
@NullMarked
package dev.trestle.cornershop.payment;

import org.jspecify.annotations.NullMarked;

/** The notification service: tells shoppers by mail what became of their orders. */
@NullMarked
package dev.trestle.cornershop.notification;

import org.jspecify.annotations.NullMarked;

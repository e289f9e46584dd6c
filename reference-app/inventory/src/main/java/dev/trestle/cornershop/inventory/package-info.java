/** The inventory service: stock, and reservations that hold it until they are committed. */
@NullMarked
package dev.trestle.cornershop.inventory;

import org.jspecify.annotations.NullMarked;

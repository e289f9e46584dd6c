package dev.trestle.cornershop.checkout;

/** One product of an order; the net amount is for all units, in minor units. */
record OrderLine(String sku, String name, int quantity, long net) {}

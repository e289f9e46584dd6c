package dev.trestle.cornershop.pricing;

/** A product of the price list. */
record Product(String sku, String name, Price price) {
  /** What one unit costs, in minor units of the currency. */
  record Price(long amount, String currency) {}
}

package dev.trestle.cornershop.inventory;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What the shop has of one product, and how much of that is promised to reservations. */
record Stock(String sku, int onHand, int reserved) {
  /** What a new reservation may still take. */
  @JsonProperty("available")
  int available() {
    return onHand - reserved;
  }

  Stock withOnHand(int units) {
    return new Stock(sku, units, reserved);
  }

  Stock hold(int units) {
    return new Stock(sku, onHand, reserved + units);
  }

  Stock free(int units) {
    return new Stock(sku, onHand, reserved - units);
  }

  Stock ship(int units) {
    return new Stock(sku, onHand - units, reserved - units);
  }

  Stock takeBack(int units) {
    return new Stock(sku, onHand + units, reserved);
  }
}

package dev.trestle.cornershop.cart;

import dev.trestle.cornershop.kit.Problem;
import java.util.List;

/** A shopper's cart; every change makes its version one higher. */
record Cart(String id, String owner, Status status, int version, List<Item> items) {
  private static final int MOST_ITEMS = 100;

  Cart {
    items = List.copyOf(items);
  }

  /** Whether the cart can still be changed. */
  enum Status {
    /** It can. */
    OPEN,
    /** It was bought. */
    ORDERED
  }

  /** So many of a product. */
  record Item(String sku, int quantity) {}

  boolean has(String sku) {
    return items.stream().anyMatch(item -> item.sku().equals(sku));
  }

  void checkOpen() {
    if (status != Status.OPEN) {
      throw Problem.conflict("cart-closed", "The cart is closed", "the cart was ordered already");
    }
  }

  void checkRoomFor(String sku) {
    if (!has(sku) && items.size() >= MOST_ITEMS) {
      throw Problem.unprocessable(
          "cart-full", "The cart is full", "it has " + MOST_ITEMS + " products, the most it takes");
    }
  }

  void checkNotEmpty() {
    if (items.isEmpty()) {
      throw Problem.unprocessable(
          "empty-cart", "The cart is empty", "put something into it before asking for its price");
    }
  }
}

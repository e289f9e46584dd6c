package dev.trestle.cornershop.cart;

import java.util.Optional;

/** Where carts are kept; a change says false when the cart is no longer the one that was read. */
interface CartStore {
  void insert(Cart cart);

  Optional<Cart> find(String id);

  boolean putItem(Cart read, Cart.Item item);

  boolean removeItem(Cart read, String sku);

  boolean setStatus(Cart read, Cart.Status status);
}

package dev.trestle.cornershop.cart;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps carts in memory. */
final class FakeStore implements CartStore {
  private final Map<String, Cart> carts = new HashMap<>();

  @Override
  public void insert(Cart cart) {
    carts.put(cart.id(), cart);
  }

  @Override
  public Optional<Cart> find(String id) {
    return Optional.ofNullable(carts.get(id));
  }

  @Override
  public boolean putItem(Cart read, Cart.Item item) {
    List<Cart.Item> items = new ArrayList<>(read.items());
    items.removeIf(other -> other.sku().equals(item.sku()));
    items.add(item);
    return replace(read, read.status(), items);
  }

  @Override
  public boolean removeItem(Cart read, String sku) {
    return replace(
        read, read.status(), read.items().stream().filter(i -> !i.sku().equals(sku)).toList());
  }

  @Override
  public boolean setStatus(Cart read, Cart.Status status) {
    return replace(read, status, read.items());
  }

  private boolean replace(Cart read, Cart.Status status, List<Cart.Item> items) {
    Cart next = new Cart(read.id(), read.owner(), status, read.version() + 1, items);
    return carts.replace(read.id(), read, next);
  }
}

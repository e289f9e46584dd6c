package dev.trestle.benchmarks.server;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Carts and orders, in memory. */
final class Shop {

  private static final int PRICE = 350;

  private final AtomicLong ids = new AtomicLong();
  private final Map<String, List<Item>> carts = new ConcurrentHashMap<>();
  private final Map<String, Integer> orders = new ConcurrentHashMap<>();

  /** A line of a cart. */
  record Item(String sku, int quantity) {}

  /** Opens a cart and gives its id. */
  String open() {
    String id = "c" + ids.incrementAndGet();
    carts.put(id, new CopyOnWriteArrayList<>());
    return id;
  }

  /** The items of a cart, none when there is no such cart. */
  @Nullable List<Item> cart(String id) {
    return carts.get(id);
  }

  /** What a cart costs, in cents. */
  static int total(List<Item> items) {
    return items.stream().mapToInt(item -> item.quantity() * PRICE).sum();
  }

  /** Orders what is in a cart and gives the order's id. */
  String order(List<Item> items) {
    String id = "o" + ids.incrementAndGet();
    orders.put(id, total(items));
    return id;
  }

  /** What an order cost, in cents, none when there is no such order. */
  @Nullable Integer order(String id) {
    return orders.get(id);
  }

  /** Forgets everything. */
  void reset() {
    carts.clear();
    orders.clear();
  }
}

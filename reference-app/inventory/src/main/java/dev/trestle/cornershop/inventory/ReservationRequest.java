package dev.trestle.cornershop.inventory;

import dev.trestle.cornershop.inventory.Reservation.Item;
import dev.trestle.cornershop.kit.Validation;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a caller asks to have reserved. */
record ReservationRequest(
    @Nullable String orderId, @Nullable List<@Nullable Line> items, @Nullable Integer ttlSeconds) {
  private static final int MOST_UNITS = 1_000_000;

  /** One product and how many units of it. */
  record Line(@Nullable String sku, @Nullable Integer quantity) {}

  /** The same request once its fields are known to be good: products in order, each once. */
  record Valid(String orderId, List<Item> items, @Nullable Integer ttlSeconds) {}

  Valid validate() {
    Validation validation = new Validation().text("/orderId", orderId).required("/items", items);
    if (ttlSeconds != null) {
      validation.between("/ttlSeconds", ttlSeconds, 1, 86_400);
    }
    List<@Nullable Line> lines = items == null ? List.of() : items;
    validation.check(items == null || !items.isEmpty(), "/items", "must not be empty");
    Map<String, Integer> quantities = new TreeMap<>();
    for (int i = 0; i < lines.size(); i++) {
      read(lines.get(i), "/items/" + i, quantities, validation);
    }
    quantities.forEach(
        (sku, quantity) ->
            validation.check(
                quantity <= MOST_UNITS, "/items", "ask for too much of '" + sku + "' in all"));
    validation.orThrow();
    return new Valid(
        String.valueOf(orderId),
        quantities.entrySet().stream().map(e -> new Item(e.getKey(), e.getValue())).toList(),
        ttlSeconds);
  }

  private static void read(
      @Nullable Line line, String pointer, Map<String, Integer> quantities, Validation validation) {
    if (line == null) {
      validation.required(pointer, null);
      return;
    }
    validation
        .text(pointer + "/sku", line.sku())
        .between(pointer + "/quantity", line.quantity(), 1, MOST_UNITS);
    if (line.sku() != null && line.quantity() != null) {
      // Bounded before it is added, so that no sum overflows into something small.
      quantities.merge(
          line.sku(), line.quantity(), (a, b) -> (int) Math.min((long) a + b, MOST_UNITS + 1L));
    }
  }
}

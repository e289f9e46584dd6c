package dev.trestle.cornershop.pricing;

import dev.trestle.cornershop.kit.Validation;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The basket that a caller wants to know the price of. */
record QuoteRequest(
    @Nullable List<@Nullable Line> items, @Nullable String country, @Nullable String coupon) {
  private static final int MOST_LINES = 100;
  private static final int MOST_UNITS = 9_999;

  void validate() {
    Validation validation = new Validation();
    validation
        .check(items != null && !items.isEmpty(), "/items", "must have at least one entry")
        .check(items == null || items.size() <= MOST_LINES, "/items", "has more than 100 entries")
        .text("/country", country);
    for (int i = 0; items != null && i < items.size(); i++) {
      Line line = items.get(i);
      String pointer = "/items/" + i;
      validation.required(pointer, line);
      if (line != null) {
        validation
            .text(pointer + "/sku", line.sku())
            .between(pointer + "/quantity", line.quantity(), 1, MOST_UNITS);
      }
    }
    validation.orThrow();
  }

  List<Wanted> wanted() {
    return Objects.requireNonNull(items).stream()
        .map(Objects::requireNonNull)
        .map(
            line ->
                new Wanted(
                    Objects.requireNonNull(line.sku()), Objects.requireNonNull(line.quantity())))
        .toList();
  }

  /** One line as it was sent. */
  record Line(@Nullable String sku, @Nullable Integer quantity) {}

  /** One line that was found to be complete. */
  record Wanted(String sku, int quantity) {}
}

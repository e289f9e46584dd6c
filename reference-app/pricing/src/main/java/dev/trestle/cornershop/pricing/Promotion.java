package dev.trestle.cornershop.pricing;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A reduction of every unit of some products, for a time or for ever. */
record Promotion(
    String code,
    Reduction.Kind kind,
    long value,
    List<String> skus,
    @Nullable Instant startsAt,
    @Nullable Instant endsAt) {
  Promotion {
    skus = List.copyOf(skus);
  }

  Reduction reduction() {
    return new Reduction(kind, value);
  }

  boolean appliesTo(String sku) {
    return skus.contains(sku);
  }
}

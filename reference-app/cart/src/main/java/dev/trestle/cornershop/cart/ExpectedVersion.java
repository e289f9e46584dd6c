package dev.trestle.cornershop.cart;

import dev.trestle.cornershop.kit.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The version that a caller means to change, from the header {@code If-Match} when there is one.
 */
record ExpectedVersion(@Nullable String ifMatch) {
  void check(Cart cart) {
    if (ifMatch == null || ifMatch.trim().equals("*")) {
      return;
    }
    if (List.of(ifMatch.trim().split("\\s*,\\s*", -1)).contains(tag(cart))) {
      return;
    }
    throw new Problem(
            412,
            "stale-cart",
            "The cart has changed since it was read",
            "If-Match is " + ifMatch + ", the cart is at " + tag(cart))
        .with("version", cart.version());
  }

  /** The cart's entity tag. */
  static String tag(Cart cart) {
    return "\"" + cart.version() + "\"";
  }
}

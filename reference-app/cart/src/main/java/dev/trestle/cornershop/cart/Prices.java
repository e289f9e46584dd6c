package dev.trestle.cornershop.cart;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the cart needs to know about prices; both questions are asked with the shopper's token. */
interface Prices {
  /** Whether the product is in the price list. */
  boolean lists(String sku, String token);

  /** What the items cost, as pricing says it. */
  JsonNode quote(List<Cart.Item> items, String country, @Nullable String coupon, String token);
}

package dev.trestle.cornershop.checkout;

import dev.trestle.cornershop.kit.Caller;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The services that an order needs; each refuses with its own problem, and one that does not answer
 * is a {@link dev.trestle.cornershop.kit.DependencyUnavailable}.
 */
record Peers(Carts carts, Pricing pricing, Inventory inventory, Payments payments) {

  /** The shoppers' carts. */
  interface Carts {
    /** The cart, as far as the caller may see it. */
    Cart get(String cartId, Caller caller);

    /** Keeps the cart from being changed or ordered again. */
    void close(String cartId);
  }

  /** What things cost. */
  interface Pricing {
    /** What the items cost in the country. */
    Quote quote(List<Cart.Item> items, String country, @Nullable String coupon);

    /** Uses the coupon up by one, once for the order. */
    void redeem(String coupon, String orderId);

    /** Takes the order's use of the coupon back. */
    void unredeem(String coupon, String orderId);
  }

  /** What is in stock. */
  interface Inventory {
    /** Reserves the lines, once for the order; returns the reservation's id. */
    String reserve(String orderId, List<OrderLine> lines);

    /** Turns the reservation into a sale. */
    void commit(String reservationId);

    /** Gives what the order's reservation holds or has sold back. */
    void release(String orderId, List<OrderLine> lines);
  }

  /** The money. */
  interface Payments {
    /** Sets the order's total aside, once for the order; returns the payment's id. */
    String authorise(StoredOrder order, Card card);

    /** Takes the money that was set aside. */
    void capture(String paymentId);

    /** Refunds or voids all that was paid for the order; true when money had been taken. */
    boolean giveBack(String orderId);
  }

  /** A cart. */
  record Cart(String id, String owner, String status, List<Item> items) {
    /** A number of units of one product. */
    record Item(String sku, int quantity) {}
  }

  /** What a basket costs; amounts are in minor units. */
  record Quote(String currency, long total, List<OrderLine> lines) {}
}

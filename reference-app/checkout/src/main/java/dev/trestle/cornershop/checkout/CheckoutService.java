package dev.trestle.cornershop.checkout;

import dev.trestle.cornershop.checkout.Peers.Cart;
import dev.trestle.cornershop.checkout.Peers.Carts;
import dev.trestle.cornershop.checkout.Peers.Pricing;
import dev.trestle.cornershop.checkout.Peers.Quote;
import dev.trestle.cornershop.kit.Caller;
import dev.trestle.cornershop.kit.Problem;
import dev.trestle.cornershop.kit.Trace;
import dev.trestle.cornershop.kit.Turns;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes orders and shows them. */
final class CheckoutService {
  private final Orders orders;
  private final Carts carts;
  private final Pricing pricing;
  private final Saga saga;
  private final Clock clock;
  private final Turns turns = new Turns(Duration.ofSeconds(20));

  CheckoutService(Orders orders, Carts carts, Pricing pricing, Saga saga, Clock clock) {
    this.orders = orders;
    this.carts = carts;
    this.pricing = pricing;
    this.saga = saga;
    this.clock = clock;
  }

  /** An order and whether this request made it. */
  record Outcome(Order order, boolean created) {}

  /** Orders the cart; with a key once, however often it is asked. */
  Outcome place(Caller caller, @Nullable String key, OrderRequest.Valid request) {
    if (key == null) {
      return new Outcome(placeNow(caller, null, request), true);
    }
    return turns.take(
        caller.id() + "\n" + key,
        () -> {
          Optional<StoredOrder> known = orders.byKey(caller.id(), key);
          return known.isPresent()
              ? new Outcome(again(known.get(), request), false)
              : new Outcome(placeNow(caller, key, request), true);
        });
  }

  private static Order again(StoredOrder known, OrderRequest.Valid request) {
    if (!known.fingerprint().equals(request.fingerprint())) {
      throw Problem.unprocessable(
          "idempotency-key-reused",
          "The idempotency key was used before",
          "the Idempotency-Key belongs to another request");
    }
    return switch (known.order().status()) {
      case CONFIRMED -> known.order();
      case PENDING -> throw Turns.inProgress();
      case CANCELLED ->
          throw Saga.orderCancelled(known.id(), String.valueOf(known.order().reason()));
    };
  }

  private Order placeNow(Caller caller, @Nullable String key, OrderRequest.Valid request) {
    Cart cart = carts.get(request.cartId(), caller);
    if (!cart.owner().equals(caller.id())) {
      throw Problem.forbidden("this cart is another shopper's");
    }
    if (cart.items().isEmpty()) {
      throw Problem.unprocessable("empty-cart", "The cart is empty", "there is nothing to order");
    }
    if (!"OPEN".equals(cart.status())) {
      throw cartClosed(cart.id());
    }
    Quote quote = pricing.quote(cart.items(), request.country(), request.coupon());
    StoredOrder order = fresh(caller, key, request, quote);
    if (!orders.insert(order)) {
      throw cartClosed(cart.id());
    }
    return saga.run(order, request.card());
  }

  private static Problem cartClosed(String cartId) {
    return Problem.conflict(
        "cart-closed", "The cart is closed", "cart '" + cartId + "' is or was being ordered");
  }

  private StoredOrder fresh(
      Caller caller, @Nullable String key, OrderRequest.Valid request, Quote quote) {
    Order order =
        new Order(
            UUID.randomUUID().toString(),
            Order.Status.PENDING,
            null,
            false,
            request.cartId(),
            request.country(),
            request.coupon(),
            quote.currency(),
            quote.total(),
            quote.lines(),
            null,
            null,
            clock.instant().truncatedTo(ChronoUnit.MILLIS));
    return new StoredOrder(
        order,
        new StoredOrder.Customer(caller.id(), caller.email(), caller.name()),
        key,
        request.fingerprint(),
        Trace.current().header(),
        0);
  }

  /** The order, if the caller may see it. */
  Order order(String id, Caller caller) {
    StoredOrder stored =
        orders.byId(id).orElseThrow(() -> Problem.notFound("there is no order '" + id + "'"));
    if (!caller.mayActFor(stored.customer().id())) {
      throw Problem.forbidden("this order is another shopper's");
    }
    return stored.order();
  }

  /** The caller's own orders, newest first. */
  List<Order> ordersOf(Caller caller) {
    return orders.ofOwner(caller.id());
  }
}

package dev.trestle.cornershop.cart;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trestle.cornershop.kit.Caller;
import dev.trestle.cornershop.kit.Problem;
import dev.trestle.cornershop.kit.Role;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps carts for their owners. */
final class CartService {
  private final CartStore store;
  private final Prices prices;

  CartService(CartStore store, Prices prices) {
    this.store = store;
    this.prices = prices;
  }

  Cart open(Caller caller) {
    Cart cart = new Cart(UUID.randomUUID().toString(), caller.id(), Cart.Status.OPEN, 1, List.of());
    store.insert(cart);
    return cart;
  }

  Cart get(Caller caller, String id) {
    Cart cart = find(id);
    if (!caller.mayActFor(cart.owner())) {
      throw Problem.forbidden("the cart belongs to another shopper");
    }
    return cart;
  }

  Cart putItem(Caller caller, String id, Cart.Item item, ExpectedVersion expected) {
    Cart cart = changeable(caller, id, expected);
    cart.checkRoomFor(item.sku());
    if (!prices.lists(item.sku(), caller.token())) {
      throw Problem.unprocessable(
              "unknown-product", "There is no such product", "no product '" + item.sku() + "'")
          .with("sku", item.sku());
    }
    requireWon(store.putItem(cart, item));
    return find(id);
  }

  Cart removeItem(Caller caller, String id, String sku, ExpectedVersion expected) {
    Cart cart = changeable(caller, id, expected);
    if (!cart.has(sku)) {
      throw Problem.notFound("'" + sku + "' is not in the cart");
    }
    requireWon(store.removeItem(cart, sku));
    return find(id);
  }

  Cart setStatus(Caller caller, String id, Cart.Status status) {
    Cart cart = find(id);
    if (!caller.id().equals(cart.owner()) && !caller.is(Role.SERVICE)) {
      throw Problem.forbidden("only the owner or a service changes the status of a cart");
    }
    if (cart.status() == status) {
      return cart;
    }
    requireWon(store.setStatus(cart, status));
    return find(id);
  }

  JsonNode quote(Caller caller, String id, String country, @Nullable String coupon) {
    Cart cart = get(caller, id);
    cart.checkNotEmpty();
    return prices.quote(cart.items(), country, coupon, caller.token());
  }

  private Cart changeable(Caller caller, String id, ExpectedVersion expected) {
    Cart cart = get(caller, id);
    expected.check(cart);
    cart.checkOpen();
    return cart;
  }

  private Cart find(String id) {
    return store.find(id).orElseThrow(() -> Problem.notFound("there is no cart '" + id + "'"));
  }

  private static void requireWon(boolean won) {
    if (!won) {
      throw Problem.conflict(
          "concurrent-change",
          "The cart was changed meanwhile",
          "read the cart again and repeat the change");
    }
  }
}

package dev.trestle.cornershop.cart;

import dev.trestle.cornershop.kit.Caller;
import dev.trestle.cornershop.kit.Requests;
import dev.trestle.cornershop.kit.Validation;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The cart service's HTTP routes. */
final class CartRoutes {
  private static final int MOST_UNITS = 99;
  private static final String CART = "/carts/{id}";
  private static final String ITEM = CART + "/items/{sku}";

  private final CartService service;

  CartRoutes(CartService service) {
    this.service = service;
  }

  void register(RoutesConfig routes) {
    routes.post("/carts", context -> answer(context.status(201), service.open(caller(context))));
    routes.get(CART, context -> answer(context, service.get(caller(context), id(context))));
    routes.put(ITEM, this::putItem);
    routes.delete(ITEM, this::removeItem);
    routes.put(CART + "/status", this::setStatus);
    routes.get(CART + "/quote", this::quote);
  }

  private void putItem(Context context) {
    int quantity = Requests.body(context, ItemInput.class).validQuantity();
    Cart.Item item = new Cart.Item(context.pathParam("sku"), quantity);
    answer(context, service.putItem(caller(context), id(context), item, expected(context)));
  }

  private void removeItem(Context context) {
    String sku = context.pathParam("sku");
    answer(context, service.removeItem(caller(context), id(context), sku, expected(context)));
  }

  private void setStatus(Context context) {
    Cart.Status status = Requests.body(context, StatusInput.class).validStatus();
    answer(context, service.setStatus(caller(context), id(context), status));
  }

  private void quote(Context context) {
    String country = Requests.query(context, "country");
    context.json(
        service.quote(caller(context), id(context), country, context.queryParam("coupon")));
  }

  private static Caller caller(Context context) {
    return Requests.caller(context);
  }

  private static String id(Context context) {
    return context.pathParam("id");
  }

  private static ExpectedVersion expected(Context context) {
    return new ExpectedVersion(context.header("If-Match"));
  }

  private static void answer(Context context, Cart cart) {
    context.header("ETag", ExpectedVersion.tag(cart)).json(cart);
  }

  private record ItemInput(@Nullable Integer quantity) {
    int validQuantity() {
      new Validation().between("/quantity", quantity, 1, MOST_UNITS).orThrow();
      return Objects.requireNonNull(quantity);
    }
  }

  private record StatusInput(Cart.@Nullable Status status) {
    Cart.Status validStatus() {
      new Validation().required("/status", status).orThrow();
      return Objects.requireNonNull(status);
    }
  }
}

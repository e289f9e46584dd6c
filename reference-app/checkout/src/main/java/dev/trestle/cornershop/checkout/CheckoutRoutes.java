package dev.trestle.cornershop.checkout;

import dev.trestle.cornershop.kit.Problem;
import dev.trestle.cornershop.kit.Requests;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/** The checkout service's HTTP routes. */
final class CheckoutRoutes {
  private static final String KEY = "Idempotency-Key";
  private static final int LONGEST_KEY = 200;

  private final CheckoutService service;

  CheckoutRoutes(CheckoutService service) {
    this.service = service;
  }

  void register(RoutesConfig routes) {
    routes.post("/orders", this::place);
    routes.get("/orders", this::mine);
    routes.get("/orders/{id}", this::order);
  }

  private void place(Context context) {
    String key = context.header(KEY);
    if (key != null && (key.isBlank() || key.length() > LONGEST_KEY)) {
      throw Problem.badRequest(
          "", "header '" + KEY + "' is blank or longer than " + LONGEST_KEY + " characters");
    }
    OrderRequest.Valid request = Requests.body(context, OrderRequest.class).validate();
    CheckoutService.Outcome outcome = service.place(Requests.caller(context), key, request);
    context.status(outcome.created() ? 201 : 200).json(outcome.order());
  }

  private void mine(Context context) {
    context.json(service.ordersOf(Requests.caller(context)));
  }

  private void order(Context context) {
    context.json(service.order(context.pathParam("id"), Requests.caller(context)));
  }
}

package dev.trestle.cornershop.inventory;

import dev.trestle.cornershop.kit.Requests;
import dev.trestle.cornershop.kit.Role;
import dev.trestle.cornershop.kit.Validation;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The inventory service's HTTP routes. */
final class InventoryRoutes {
  private static final int MOST_ON_HAND = 1_000_000_000;

  private final InventoryService service;

  InventoryRoutes(InventoryService service) {
    this.service = service;
  }

  void register(RoutesConfig routes) {
    routes.put("/stock/{sku}", this::setStock, Role.STAFF);
    routes.get("/stock/{sku}", this::stock);
    routes.post("/reservations", this::reserve, Role.STAFF, Role.SERVICE);
    routes.get("/reservations/{id}", this::reservation, Role.STAFF, Role.SERVICE);
    routes.post("/reservations/{id}/commit", this::commit, Role.STAFF, Role.SERVICE);
    routes.post("/reservations/{id}/release", this::release, Role.STAFF, Role.SERVICE);
  }

  private void setStock(Context context) {
    Integer onHand = Requests.body(context, StockLevel.class).onHand();
    new Validation().between("/onHand", onHand, 0, MOST_ON_HAND).orThrow();
    context.json(service.setOnHand(context.pathParam("sku"), Objects.requireNonNull(onHand)));
  }

  private void stock(Context context) {
    context.json(service.stock(context.pathParam("sku")));
  }

  private void reserve(Context context) {
    InventoryService.Outcome outcome =
        service.reserve(Requests.body(context, ReservationRequest.class).validate());
    context.status(outcome.created() ? 201 : 200).json(outcome.reservation());
  }

  private void reservation(Context context) {
    context.json(service.reservation(context.pathParam("id")));
  }

  private void commit(Context context) {
    context.json(service.commit(context.pathParam("id")));
  }

  private void release(Context context) {
    context.json(service.release(context.pathParam("id")));
  }

  private record StockLevel(@Nullable Integer onHand) {}
}

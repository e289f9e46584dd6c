package dev.trestle.benchmarks.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.trestle.benchmarks.server.Shop.Item;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * The five routes of a checkout. Eight of the values that they answer are checked by every stack;
 * the numbers 1 to 8 below say which.
 */
final class ShopRoutes implements HttpHandler {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Shop shop;
  private final Settings settings;
  private final Counts counts;

  ShopRoutes(Shop shop, Settings settings, Counts counts) {
    this.shop = shop;
    this.settings = settings;
    this.counts = counts;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    String[] path = exchange.getRequestURI().getPath().substring(1).split("/", -1);
    String route = Route.of(exchange.getRequestMethod(), path);
    counts.add(route);
    JsonNode body = JSON.readTree(exchange.getRequestBody());
    pause();
    answer(route, path, body).send(exchange);
  }

  private void pause() {
    try {
      if (!settings.delay().isZero()) {
        Thread.sleep(settings.delay().toMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Answer answer(String route, String[] path, JsonNode body) {
    return switch (route) {
      case Route.OPEN -> open();
      case Route.ADD -> add(path[1], body);
      case Route.CART -> cart(path[1]);
      case Route.ORDER -> order(body);
      case Route.SEE -> see(path[1]);
      default -> Answer.notFound();
    };
  }

  private Answer open() {
    return new Answer(
        settings.value(1, 201, 200),
        Map.of("id", shop.open(), "status", settings.value(2, "OPEN", "CLOSED")));
  }

  private Answer add(String id, JsonNode body) {
    List<Item> cart = shop.cart(id);
    if (cart == null) {
      return Answer.notFound();
    }
    Item item = new Item(body.path("sku").asText(), body.path("quantity").asInt());
    if (item.sku().isEmpty() || item.quantity() < 1) {
      return Answer.problem(400, "An item has a sku and a quantity.");
    }
    cart.add(item);
    return new Answer(settings.value(3, 201, 200), item);
  }

  private Answer cart(String id) {
    List<Item> cart = shop.cart(id);
    if (cart == null || cart.isEmpty()) {
      return Answer.notFound();
    }
    Item item = cart.get(0);
    Item shown = new Item(item.sku(), settings.value(5, item.quantity(), item.quantity() + 1));
    int total = Shop.total(cart);
    return new Answer(
        200,
        Map.of("id", id, "items", List.of(shown), "total", settings.value(4, total, total + 1)));
  }

  private Answer order(JsonNode body) {
    List<Item> cart = shop.cart(body.path("cart").asText());
    if (cart == null || cart.isEmpty()) {
      return Answer.problem(400, "An order has a cart with something in it.");
    }
    return new Answer(
        settings.value(6, 201, 200),
        Map.of("id", shop.order(cart), "status", settings.value(7, "PAID", "DECLINED")));
  }

  private Answer see(String id) {
    Integer total = shop.order(id);
    return total == null
        ? Answer.notFound()
        : new Answer(200, Map.of("id", id, "total", settings.value(8, total, total - 1)));
  }
}

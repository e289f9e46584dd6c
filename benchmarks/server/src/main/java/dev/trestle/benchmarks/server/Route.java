package dev.trestle.benchmarks.server;

/** The routes by name, as they are counted. */
final class Route {

  static final String OPEN = "POST /carts";
  static final String ADD = "POST /carts/{id}/items";
  static final String CART = "GET /carts/{id}";
  static final String ORDER = "POST /orders";
  static final String SEE = "GET /orders/{id}";

  private Route() {}

  /** The route of a request; anything unknown counts under its method. */
  static String of(String method, String[] path) {
    String shape =
        switch (path.length) {
          case 1 -> "/" + path[0];
          case 2 -> "/" + path[0] + "/{id}";
          case 3 -> "/" + path[0] + "/{id}/" + path[2];
          default -> "/…";
        };
    return method + " " + shape;
  }
}

package com.example.shop;

import com.example.shop.Shop.Answer;
import java.io.IOException;
import java.util.Objects;

/** The scenario: 5 calls, 8 checks. */
final class Checkout {

  private final Shop shop;

  Checkout(Shop shop) {
    this.shop = shop;
  }

  void run() throws IOException, InterruptedException {
    Answer opened = shop.post("/carts", "{\"country\":\"DE\"}");
    check("status", 201, opened.status());
    check("status of the cart", "OPEN", opened.text("/status"));
    String cart = opened.text("/id");

    Answer added = shop.post("/carts/" + cart + "/items", "{\"sku\":\"BEANS\",\"quantity\":2}");
    check("status", 201, added.status());

    Answer filled = shop.get("/carts/" + cart);
    check("total", 700, filled.number("/total"));
    check("quantity", 2, filled.number("/items/0/quantity"));

    Answer ordered = shop.post("/orders", "{\"cart\":\"" + cart + "\"}");
    check("status", 201, ordered.status());
    check("status of the order", "PAID", ordered.text("/status"));

    Answer order = shop.get("/orders/" + ordered.text("/id"));
    check("total", 700, order.number("/total"));
  }

  private static void check(String what, Object expected, Object actual) {
    if (!Objects.equals(expected, actual)) {
      throw new AssertionError("The " + what + " is " + actual + ", not " + expected + ".");
    }
  }
}

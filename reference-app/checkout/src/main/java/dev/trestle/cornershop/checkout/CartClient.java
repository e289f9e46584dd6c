package dev.trestle.cornershop.checkout;

import static dev.trestle.cornershop.kit.ServiceClient.encode;

import dev.trestle.cornershop.checkout.Peers.Cart;
import dev.trestle.cornershop.kit.Caller;
import java.util.Map;

/** The cart service. */
final class CartClient implements Peers.Carts {
  private final PeerCalls calls;

  CartClient(PeerCalls calls) {
    this.calls = calls;
  }

  @Override
  public Cart get(String cartId, Caller caller) {
    return calls
        .http()
        .get("/carts/" + encode(cartId))
        .bearer(caller.token())
        .send()
        .trusting()
        .orProblem()
        .as(Cart.class);
  }

  @Override
  public void close(String cartId) {
    calls
        .send(
            calls
                .http()
                .put("/carts/" + encode(cartId) + "/status")
                .json(Map.of("status", "ORDERED")))
        .orProblem();
  }
}

package dev.trestle.cornershop.checkout;

import static dev.trestle.cornershop.kit.ServiceClient.encode;

import dev.trestle.cornershop.checkout.Peers.Cart;
import dev.trestle.cornershop.kit.ServiceClient.Answer;
import java.util.List;
import java.util.Map;

/** The inventory service. */
final class InventoryClient implements Peers.Inventory {
  private final PeerCalls calls;

  InventoryClient(PeerCalls calls) {
    this.calls = calls;
  }

  @Override
  public String reserve(String orderId, List<OrderLine> lines) {
    return ask(orderId, lines).orProblem().as(Reservation.class).id();
  }

  @Override
  public void commit(String reservationId) {
    change(reservationId, "commit");
  }

  @Override
  public void release(String orderId, List<OrderLine> lines) {
    // Asking again tells the reservation's id even when the first answer was lost, and a first
    // request that is still under way then finds the order's reservation released.
    Answer answer = ask(orderId, lines);
    if (answer.status() != 409) {
      change(answer.orProblem().as(Reservation.class).id(), "release");
    }
  }

  private Answer ask(String orderId, List<OrderLine> lines) {
    List<Cart.Item> items =
        lines.stream().map(line -> new Cart.Item(line.sku(), line.quantity())).toList();
    return calls.send(
        calls.http().post("/reservations").json(Map.of("orderId", orderId, "items", items)));
  }

  private void change(String reservationId, String how) {
    calls.send(calls.http().post("/reservations/" + encode(reservationId) + "/" + how)).orProblem();
  }

  private record Reservation(String id) {}
}

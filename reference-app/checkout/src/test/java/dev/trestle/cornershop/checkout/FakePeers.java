package dev.trestle.cornershop.checkout;

import dev.trestle.cornershop.kit.Caller;
import dev.trestle.cornershop.kit.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Peers that remember what they were asked, and fail it where a test says so. */
final class FakePeers implements Peers.Carts, Peers.Pricing, Peers.Inventory, Peers.Payments {
  final List<String> asked = new ArrayList<>();
  private final Map<String, Problem> failures = new HashMap<>();

  Peers peers() {
    return new Peers(this, this, this, this);
  }

  void fail(String call, Problem problem) {
    failures.put(call, problem);
  }

  void recover() {
    failures.clear();
    asked.clear();
  }

  private void ask(String call) {
    asked.add(call);
    Problem failure = failures.get(call);
    if (failure != null) {
      throw failure;
    }
  }

  @Override
  public Peers.Cart get(String cartId, Caller caller) {
    ask("cart");
    return new Peers.Cart(cartId, "ada", "OPEN", List.of(new Peers.Cart.Item("BEANS", 2)));
  }

  @Override
  public void close(String cartId) {
    ask("close");
  }

  @Override
  public Peers.Quote quote(List<Peers.Cart.Item> items, String country, @Nullable String coupon) {
    ask("quote");
    return new Peers.Quote("EUR", 100, List.of(new OrderLine("BEANS", "Beans", 2, 100)));
  }

  @Override
  public void redeem(String coupon, String orderId) {
    ask("redeem");
  }

  @Override
  public void unredeem(String coupon, String orderId) {
    ask("unredeem");
  }

  @Override
  public String reserve(String orderId, List<OrderLine> lines) {
    ask("reserve");
    return "reservation";
  }

  @Override
  public void commit(String reservationId) {
    ask("commit");
  }

  @Override
  public void release(String orderId, List<OrderLine> lines) {
    ask("release");
  }

  @Override
  public String authorise(StoredOrder order, Card card) {
    ask("authorise");
    return "payment";
  }

  @Override
  public void capture(String paymentId) {
    ask("capture");
  }

  @Override
  public boolean giveBack(String orderId) {
    ask("giveBack");
    return asked.contains("capture");
  }
}

package dev.trestle.cornershop.checkout;

import static dev.trestle.cornershop.kit.ServiceClient.encode;

import dev.trestle.cornershop.checkout.Peers.Cart;
import dev.trestle.cornershop.checkout.Peers.Quote;
import dev.trestle.cornershop.kit.ServiceClient.Answer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The pricing service. */
final class PricingClient implements Peers.Pricing {
  private final PeerCalls calls;

  PricingClient(PeerCalls calls) {
    this.calls = calls;
  }

  @Override
  public Quote quote(List<Cart.Item> items, String country, @Nullable String coupon) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("items", items);
    body.put("country", country);
    if (coupon != null) {
      body.put("coupon", coupon);
    }
    return calls.send(calls.http().post("/quotes").json(body)).orProblem().as(Quote.class);
  }

  @Override
  public void redeem(String coupon, String orderId) {
    calls.send(calls.http().post(redemptions(coupon)).json(Map.of("orderId", orderId))).orProblem();
  }

  @Override
  public void unredeem(String coupon, String orderId) {
    Answer answer = calls.send(calls.http().delete(redemptions(coupon) + "/" + encode(orderId)));
    if (answer.status() != 404) {
      answer.orProblem();
    }
  }

  private static String redemptions(String coupon) {
    return "/coupons/" + encode(coupon) + "/redemptions";
  }
}

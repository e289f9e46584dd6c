package dev.trestle.cornershop.checkout;

import static dev.trestle.cornershop.kit.ServiceClient.encode;

import dev.trestle.cornershop.kit.DependencyUnavailable;
import dev.trestle.cornershop.kit.ServiceClient.Answer;
import dev.trestle.cornershop.kit.ServiceClient.Call;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The payment service. */
final class PaymentClient implements Peers.Payments {
  private static final String KEY = "Idempotency-Key";

  private final PeerCalls calls;

  PaymentClient(PeerCalls calls) {
    this.calls = calls;
  }

  @Override
  public String authorise(StoredOrder stored, Card card) {
    Order order = stored.order();
    Call call =
        calls
            .http()
            .post("/payments")
            .header(KEY, "order-" + order.id())
            .json(
                Map.of(
                    "orderId", order.id(),
                    "amount", order.total(),
                    "currency", order.currency(),
                    "card", card,
                    "customerId", stored.customer().id()));
    return calls.send(call).orProblem().as(Payment.class).id();
  }

  @Override
  public void capture(String paymentId) {
    calls.send(calls.http().post("/payments/" + encode(paymentId) + "/capture")).orProblem();
  }

  @Override
  public boolean giveBack(String orderId) {
    boolean refunded = false;
    for (Payment payment : paymentsOf(orderId)) {
      refunded |= giveBack(payment, orderId);
    }
    return refunded;
  }

  private boolean giveBack(Payment payment, String orderId) {
    return switch (payment.status()) {
      case "DECLINED", "VOIDED" -> false;
      case "REFUNDED" -> true;
      case "CAPTURED" -> refund(payment, orderId);
      default -> cancel(payment, orderId);
    };
  }

  private boolean refund(Payment payment, String orderId) {
    calls
        .send(
            calls
                .http()
                .post("/payments/" + encode(payment.id()) + "/refunds")
                .header(KEY, "refund-" + orderId))
        .orProblem();
    return true;
  }

  private boolean cancel(Payment payment, String orderId) {
    String path = "/payments/" + encode(payment.id());
    Answer answer = calls.send(calls.http().post(path + "/void"));
    if (answer.status() != 409) {
      answer.orProblem();
      return false;
    }
    // It was captured after all: the answer to the capture had been lost.
    Payment now = calls.send(calls.http().get(path)).orProblem().as(Payment.class);
    if (!now.status().equals("CAPTURED")) {
      throw new DependencyUnavailable(
          "payment", "neither voids nor refunds payment '" + payment.id() + "'", null);
    }
    return refund(now, orderId);
  }

  private List<Payment> paymentsOf(String orderId) {
    Answer answer = calls.send(calls.http().get("/payments?orderId=" + encode(orderId)));
    return Arrays.asList(answer.orProblem().as(Payment[].class));
  }

  private record Payment(String id, String status) {}
}

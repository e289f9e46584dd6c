package dev.trestle.cornershop.payment;

import dev.trestle.cornershop.kit.Caller;
import dev.trestle.cornershop.kit.Problem;
import dev.trestle.cornershop.kit.Requests;
import dev.trestle.cornershop.kit.Role;
import dev.trestle.cornershop.kit.Validation;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** The payment service's HTTP routes. */
final class PaymentRoutes {
  private static final String KEY = "Idempotency-Key";
  private static final int LONGEST_KEY = 200;

  private final PaymentService payments;
  private final RefundService refunds;
  private final Clock clock;

  PaymentRoutes(PaymentService payments, RefundService refunds, Clock clock) {
    this.payments = payments;
    this.refunds = refunds;
    this.clock = clock;
  }

  void register(RoutesConfig routes) {
    routes.post("/payments", this::authorise, Role.STAFF, Role.SERVICE);
    routes.get("/payments", this::ofOrder);
    routes.get("/payments/{id}", this::payment);
    routes.post("/payments/{id}/capture", this::capture, Role.STAFF, Role.SERVICE);
    routes.post("/payments/{id}/void", this::cancel, Role.STAFF, Role.SERVICE);
    routes.post("/payments/{id}/refunds", this::refund, Role.STAFF, Role.SERVICE);
  }

  private void authorise(Context context) {
    Caller caller = Requests.caller(context);
    String key = key(context);
    PaymentRequest.Valid request =
        Requests.body(context, PaymentRequest.class).validate(caller.id(), clock);
    PaymentService.Outcome outcome = payments.authorise(caller, key, request);
    context.status(outcome.created() ? 201 : 200).json(outcome.payment());
  }

  private void ofOrder(Context context) {
    Caller caller = Requests.caller(context);
    context.json(
        payments.ofOrder(Requests.query(context, "orderId")).stream()
            .filter(stored -> caller.mayActFor(stored.customerId()))
            .map(StoredPayment::payment)
            .toList());
  }

  private void payment(Context context) {
    StoredPayment stored = payments.get(context.pathParam("id"));
    if (!Requests.caller(context).mayActFor(stored.customerId())) {
      throw Problem.forbidden("this payment is another customer's");
    }
    context.json(stored.payment());
  }

  private void capture(Context context) {
    context.json(payments.capture(context.pathParam("id")));
  }

  private void cancel(Context context) {
    context.json(payments.cancel(context.pathParam("id")));
  }

  private void refund(Context context) {
    String key = key(context);
    Long amount =
        context.bodyAsBytes().length == 0
            ? null
            : Requests.body(context, RefundRequest.class).amount();
    if (amount != null) {
      new Validation().between("/amount", amount, 1, Long.MAX_VALUE).orThrow();
    }
    RefundService.Outcome outcome = refunds.refund(context.pathParam("id"), key, amount);
    context.status(outcome.created() ? 201 : 200).json(outcome.refund());
  }

  private static String key(Context context) {
    String key = context.header(KEY);
    if (key == null || key.isBlank() || key.length() > LONGEST_KEY) {
      throw Problem.badRequest(
          "", "header '" + KEY + "' is missing or longer than " + LONGEST_KEY + " characters");
    }
    return key;
  }

  private record RefundRequest(@Nullable Long amount) {}
}

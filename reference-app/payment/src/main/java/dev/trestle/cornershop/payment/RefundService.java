package dev.trestle.cornershop.payment;

import dev.trestle.cornershop.kit.DependencyUnavailable;
import dev.trestle.cornershop.kit.Problem;
import dev.trestle.cornershop.kit.Turns;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gives captured money back, never more than was captured. */
final class RefundService {
  private final Ledger ledger;
  private final Refunds refunds;
  private final Acquirer acquirer;
  private final Turns turns = new Turns(Duration.ofSeconds(10));

  RefundService(Ledger ledger, Refunds refunds, Acquirer acquirer) {
    this.ledger = ledger;
    this.refunds = refunds;
    this.acquirer = acquirer;
  }

  /** The refunds that are kept; each change is one transaction. */
  interface Refunds {
    /** The refund that the key made. */
    Optional<Refund> byKeyOfPayment(String paymentId, String key);

    /** Stores a pending refund and claims its amount; false when that exceeds what is left. */
    boolean open(Refund refund, String key);

    /** Stores that the money went back. */
    void complete(Refund refund);

    /** Forgets a refund that the acquirer refused, and gives up its claim. */
    void drop(Refund refund);

    /** What of the payment no refund has claimed yet. */
    long left(String paymentId);
  }

  /** A refund and whether this request made it. */
  record Outcome(Refund refund, boolean created) {}

  /** Refunds the amount, or all that is left when there is none, once for the key. */
  Outcome refund(String paymentId, String key, @Nullable Long amount) {
    StoredPayment payment =
        ledger
            .byId(paymentId)
            .orElseThrow(() -> Problem.notFound("there is no payment '" + paymentId + "'"));
    return turns.take(
        paymentId,
        () -> {
          Optional<Refund> known = refunds.byKeyOfPayment(paymentId, key);
          if (known.isPresent() && !Objects.equals(known.get().requested(), amount)) {
            throw PaymentService.keyReused();
          }
          Refund refund = known.orElseGet(() -> open(payment.payment(), key, amount));
          return new Outcome(settled(refund, payment), known.isEmpty());
        });
  }

  private Refund open(Payment payment, String key, @Nullable Long requested) {
    long left = refunds.left(payment.id());
    long amount = requested == null ? left : requested;
    Refund refund =
        new Refund(
            UUID.randomUUID().toString(), payment.id(), amount, Refund.Status.PENDING, requested);
    if (amount < 1 || !refunds.open(refund, key)) {
      throw Problem.unprocessable(
              "refund-exceeds-payment",
              "The refund exceeds the payment",
              "%d asked for, %d can be refunded".formatted(amount, left))
          .with("refundable", left);
    }
    return refund;
  }

  private Refund settled(Refund refund, StoredPayment payment) {
    if (refund.status() == Refund.Status.REFUNDED) {
      return refund;
    }
    try {
      acquirer.refund(refund.id(), String.valueOf(payment.acquirerId()), refund.amount());
    } catch (DependencyUnavailable e) {
      throw e;
    } catch (Problem e) {
      refunds.drop(refund);
      throw e;
    }
    refunds.complete(refund);
    return refund.done();
  }
}

package dev.trestle.cornershop.payment;

import dev.trestle.cornershop.kit.Caller;
import dev.trestle.cornershop.kit.DependencyUnavailable;
import dev.trestle.cornershop.kit.Problem;
import dev.trestle.cornershop.kit.Turns;
import dev.trestle.cornershop.payment.Acquirer.Approved;
import dev.trestle.cornershop.payment.Acquirer.Decision;
import dev.trestle.cornershop.payment.Acquirer.Declined;
import dev.trestle.cornershop.payment.Payment.Status;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Authorises, captures and voids payments, each at most once. */
final class PaymentService {
  private static final Logger LOG = LoggerFactory.getLogger(PaymentService.class);

  private final Ledger ledger;
  private final Acquirer acquirer;
  private final Turns turns = new Turns(Duration.ofSeconds(10));

  PaymentService(Ledger ledger, Acquirer acquirer) {
    this.ledger = ledger;
    this.acquirer = acquirer;
  }

  /** A payment and whether this request made it. */
  record Outcome(Payment payment, boolean created) {}

  /** Authorises the payment, once for the caller's key however often it is asked. */
  Outcome authorise(Caller caller, String key, PaymentRequest.Valid request) {
    return turns.take(
        caller.id() + "\n" + key,
        () -> {
          StoredPayment fresh = fresh(request);
          boolean created = ledger.open(fresh, caller.id(), key);
          StoredPayment stored = created ? fresh : ledger.byKey(caller.id(), key).orElseThrow();
          if (!stored.fingerprint().equals(fresh.fingerprint())) {
            throw keyReused();
          }
          return new Outcome(settled(stored, request), created);
        });
  }

  static Problem keyReused() {
    return Problem.unprocessable(
        "idempotency-key-reused",
        "The idempotency key was used before",
        "the Idempotency-Key belongs to another request");
  }

  private static StoredPayment fresh(PaymentRequest.Valid request) {
    Payment payment =
        new Payment(
            UUID.randomUUID().toString(),
            request.orderId(),
            request.amount(),
            request.currency(),
            Status.PENDING,
            request.card().masked(),
            0,
            0,
            null);
    return new StoredPayment(payment, request.customerId(), request.fingerprint(), null, false);
  }

  private Payment settled(StoredPayment stored, PaymentRequest.Valid request) {
    Payment payment =
        stored.status() == Status.PENDING ? charge(stored, request).payment() : stored.payment();
    if (payment.status() == Status.DECLINED) {
      throw new Problem(
              402, "card-declined", "The card was declined", "reason: " + payment.reason())
          .with("reason", String.valueOf(payment.reason()))
          .with("paymentId", payment.id());
    }
    return payment;
  }

  private StoredPayment charge(StoredPayment pending, PaymentRequest.Valid request) {
    String id = pending.id();
    if (!ledger.claim(id)) {
      throw Turns.inProgress();
    }
    Decision decision;
    try {
      decision =
          acquirer.authorise(
              id,
              new Acquirer.Order(
                  request.orderId(), request.amount(), request.currency(), request.card()));
    } catch (DependencyUnavailable e) {
      ledger.unclaim(id);
      throw e;
    }
    if (decision instanceof Approved approved) {
      boolean wanted = ledger.decide(id, Status.AUTHORISED, approved.authorisation(), null);
      if (!wanted) {
        letGo(id, approved.authorisation());
      }
    } else if (decision instanceof Declined declined) {
      ledger.decide(id, Status.DECLINED, null, declined.reason());
    }
    return get(id);
  }

  // Voided while the acquirer was still thinking: nobody will capture it, so its hold would only
  // lapse after days.
  private void letGo(String id, String authorisation) {
    try {
      acquirer.cancel(id + "-void", authorisation);
    } catch (Problem e) {
      LOG.warn("Authorisation {} of the voided payment {} is left to lapse", authorisation, id, e);
    }
  }

  /** The payment. */
  StoredPayment get(String id) {
    return ledger.byId(id).orElseThrow(() -> Problem.notFound("there is no payment '" + id + "'"));
  }

  /** The order's payments, oldest first. */
  List<StoredPayment> ofOrder(String orderId) {
    return ledger.ofOrder(orderId);
  }

  /** Takes the whole amount. */
  Payment capture(String id) {
    return turns.take(id, () -> captureInTurn(get(id)));
  }

  private Payment captureInTurn(StoredPayment stored) {
    if (stored.status() == Status.CAPTURED) {
      return stored.payment();
    }
    if (stored.status() != Status.AUTHORISED) {
      throw wrongStatus(stored.payment(), "captured");
    }
    ledger.requestCapture(stored.id());
    acquirer.capture(stored.id() + "-capture", authorisation(stored));
    ledger.captured(stored.id());
    return get(stored.id()).payment();
  }

  /** Lets go of an amount that was not captured. */
  Payment cancel(String id) {
    return turns.take(id, () -> cancelInTurn(get(id)));
  }

  private Payment cancelInTurn(StoredPayment stored) {
    return switch (stored.status()) {
      case VOIDED -> stored.payment();
      case AUTHORISED -> cancelAuthorised(stored);
      case PENDING -> cancelPending(stored.id());
      case CAPTURED, REFUNDED, DECLINED -> throw wrongStatus(stored.payment(), "voided");
    };
  }

  private Payment cancelPending(String id) {
    boolean voided = ledger.voided(id, Status.PENDING);
    StoredPayment now = get(id);
    // Decided in this very moment: then it is that decision that is voided.
    return voided ? now.payment() : cancelInTurn(now);
  }

  private Payment cancelAuthorised(StoredPayment stored) {
    if (stored.captureRequested() && isCaptured(stored)) {
      throw wrongStatus(get(stored.id()).payment(), "voided");
    }
    acquirer.cancel(stored.id() + "-void", authorisation(stored));
    ledger.voided(stored.id(), Status.AUTHORISED);
    return get(stored.id()).payment();
  }

  // An earlier capture got no answer or was refused; only asking again tells whether the money was
  // taken.
  private boolean isCaptured(StoredPayment stored) {
    try {
      captureInTurn(stored);
      return true;
    } catch (DependencyUnavailable e) {
      throw e;
    } catch (Problem refused) {
      LOG.warn("Payment {} is voided: {}", stored.id(), refused.getMessage());
      return false;
    }
  }

  private static Problem wrongStatus(Payment payment, String what) {
    return Problem.conflict(
            "wrong-payment-status",
            "The payment's status does not permit it",
            "payment '%s' is %s and cannot be %s".formatted(payment.id(), payment.status(), what))
        .with("paymentStatus", payment.status());
  }

  private static String authorisation(StoredPayment stored) {
    return String.valueOf(stored.acquirerId());
  }
}

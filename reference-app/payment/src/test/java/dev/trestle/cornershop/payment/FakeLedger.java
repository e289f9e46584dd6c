package dev.trestle.cornershop.payment;

import dev.trestle.cornershop.payment.Payment.Status;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Payments and refunds in memory. */
final class FakeLedger implements Ledger, RefundService.Refunds {
  private final Map<String, StoredPayment> payments = new LinkedHashMap<>();
  private final Map<String, String> keys = new HashMap<>();
  private final Map<String, Refund> refunds = new HashMap<>();
  private final Set<String> claimed = new HashSet<>();

  private void put(
      StoredPayment was, Status status, @Nullable String acquirerId, @Nullable String reason) {
    put(was, status, acquirerId, reason, was.captureRequested(), was.payment().captured());
  }

  private void put(
      StoredPayment was,
      Status status,
      @Nullable String acquirerId,
      @Nullable String reason,
      boolean captureRequested,
      long captured) {
    Payment payment = was.payment();
    long refunded =
        refunds.values().stream()
            .filter(one -> one.status() == Refund.Status.REFUNDED)
            .mapToLong(Refund::amount)
            .sum();
    payments.put(
        was.id(),
        new StoredPayment(
            new Payment(
                payment.id(),
                payment.orderId(),
                payment.amount(),
                payment.currency(),
                status,
                payment.card(),
                captured,
                refunded,
                reason),
            was.customerId(),
            was.fingerprint(),
            acquirerId,
            captureRequested));
  }

  private StoredPayment of(String id) {
    return byId(id).orElseThrow();
  }

  @Override
  public boolean open(StoredPayment payment, String requestedBy, String key) {
    if (keys.putIfAbsent(requestedBy + key, payment.id()) != null) {
      return false;
    }
    return payments.put(payment.id(), payment) == null;
  }

  @Override
  public Optional<StoredPayment> byKey(String requestedBy, String key) {
    return Optional.ofNullable(keys.get(requestedBy + key)).flatMap(this::byId);
  }

  @Override
  public Optional<StoredPayment> byId(String id) {
    return Optional.ofNullable(payments.get(id));
  }

  @Override
  public List<StoredPayment> ofOrder(String orderId) {
    return payments.values().stream()
        .filter(one -> one.payment().orderId().equals(orderId))
        .toList();
  }

  @Override
  public boolean claim(String id) {
    return claimed.add(id);
  }

  @Override
  public void unclaim(String id) {
    claimed.remove(id);
  }

  @Override
  public boolean decide(
      String id, Status status, @Nullable String acquirerId, @Nullable String reason) {
    StoredPayment was = of(id);
    boolean pending = was.status() == Status.PENDING;
    put(was, pending ? status : was.status(), acquirerId, reason);
    return pending;
  }

  @Override
  public void requestCapture(String id) {
    StoredPayment was = of(id);
    put(was, was.status(), was.acquirerId(), null, true, 0);
  }

  @Override
  public void captured(String id) {
    StoredPayment was = of(id);
    put(was, Status.CAPTURED, was.acquirerId(), null, true, was.payment().amount());
  }

  @Override
  public boolean voided(String id, Status from) {
    StoredPayment was = of(id);
    if (was.status() != from) {
      return false;
    }
    put(was, Status.VOIDED, was.acquirerId(), null);
    return true;
  }

  @Override
  public Optional<Refund> byKeyOfPayment(String paymentId, String key) {
    return Optional.ofNullable(refunds.get(paymentId + key));
  }

  @Override
  public boolean open(Refund refund, String key) {
    return left(refund.paymentId()) >= refund.amount()
        && refunds.put(refund.paymentId() + key, refund) == null;
  }

  @Override
  public void complete(Refund refund) {
    refunds.replaceAll((key, one) -> one.id().equals(refund.id()) ? refund.done() : one);
    StoredPayment was = of(refund.paymentId());
    put(was, was.status(), was.acquirerId(), null);
  }

  @Override
  public void drop(Refund refund) {
    refunds.values().removeIf(one -> one.id().equals(refund.id()));
  }

  @Override
  public long left(String paymentId) {
    long taken =
        refunds.values().stream()
            .filter(one -> one.paymentId().equals(paymentId))
            .mapToLong(Refund::amount)
            .sum();
    return of(paymentId).payment().captured() - taken;
  }
}

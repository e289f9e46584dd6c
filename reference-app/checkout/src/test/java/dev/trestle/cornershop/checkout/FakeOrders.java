package dev.trestle.cornershop.checkout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Orders in memory; what is put off is due at once. */
final class FakeOrders implements Orders {
  final List<OrderEvent> outbox = new ArrayList<>();
  final List<Duration> pauses = new ArrayList<>();
  private final Map<String, StoredOrder> orders = new LinkedHashMap<>();
  private final Map<Step, String> states = new EnumMap<>(Step.class);
  private boolean open = true;

  Map<Step, String> states() {
    return states;
  }

  boolean isOpen() {
    return open;
  }

  private void change(String id, UnaryOperator<Order> change) {
    orders.computeIfPresent(
        id,
        (same, was) ->
            new StoredOrder(
                change.apply(was.order()),
                was.customer(),
                was.key(),
                was.fingerprint(),
                was.traceparent(),
                was.attempts()));
  }

  private static Order with(
      Order was, Order.Status status, @Nullable String reason, boolean refunded) {
    return new Order(
        was.id(),
        status,
        reason,
        refunded,
        was.cartId(),
        was.country(),
        was.coupon(),
        was.currency(),
        was.total(),
        was.lines(),
        was.paymentId(),
        was.reservationId(),
        was.createdAt());
  }

  private boolean pending(String id) {
    return byId(id).filter(one -> one.order().status() == Order.Status.PENDING).isPresent();
  }

  @Override
  public Optional<StoredOrder> byId(String id) {
    return Optional.ofNullable(orders.get(id));
  }

  @Override
  public List<Order> ofOwner(String owner) {
    return orders.values().stream()
        .filter(one -> one.customer().id().equals(owner))
        .map(StoredOrder::order)
        .toList();
  }

  @Override
  public Optional<StoredOrder> byKey(String owner, String key) {
    return orders.values().stream().filter(one -> key.equals(one.key())).findFirst();
  }

  @Override
  public boolean insert(StoredOrder order) {
    return orders.putIfAbsent(order.id(), order) == null;
  }

  @Override
  public boolean begin(String id, Step step) {
    if (pending(id)) {
      states.put(step, "STARTED");
      return true;
    }
    return false;
  }

  @Override
  public void done(String id, Step step, @Nullable String result) {
    states.put(step, "DONE");
  }

  @Override
  public boolean confirm(String id, OrderEvent event) {
    if (!pending(id)) {
      return false;
    }
    change(id, was -> with(was, Order.Status.CONFIRMED, null, false));
    return outbox.add(event);
  }

  @Override
  public boolean cancel(String id, String reason) {
    if (!pending(id)) {
      return false;
    }
    change(id, was -> with(was, Order.Status.CANCELLED, reason, false));
    return true;
  }

  @Override
  public List<Step> openSteps(String id) {
    return states.entrySet().stream()
        .filter(step -> !step.getValue().equals("UNDONE"))
        .map(Map.Entry::getKey)
        .sorted(Comparator.reverseOrder())
        .toList();
  }

  @Override
  public void undone(String id, Step step) {
    states.put(step, "UNDONE");
  }

  @Override
  public void refunded(String id) {
    change(id, was -> with(was, was.status(), was.reason(), true));
  }

  @Override
  public boolean tell(String id, OrderEvent event) {
    return outbox.isEmpty() && outbox.add(event);
  }

  @Override
  public void finish(String id) {
    open = false;
  }

  @Override
  public void later(String id, Duration pause) {
    pauses.add(pause);
  }

  @Override
  public Optional<StoredOrder> claimDue() {
    return open && pauses.size() < 50 ? orders.values().stream().findFirst() : Optional.empty();
  }

  @Override
  public Duration untilDue(Duration most) {
    return most;
  }
}

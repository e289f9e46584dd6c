package dev.trestle.cornershop.checkout;

import dev.trestle.cornershop.kit.DependencyUnavailable;
import dev.trestle.cornershop.kit.Problem;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes an order through its steps, and has them undone when one fails. */
final class Saga {
  private static final Logger LOG = LoggerFactory.getLogger(Saga.class);

  private final Orders orders;
  private final Peers peers;
  private final Aftermath aftermath;
  private final Runnable wakeRelay;
  private final Runnable wakeRecovery;

  Saga(Orders orders, Peers peers, Aftermath aftermath, Runnable wakeRelay, Runnable wakeRecovery) {
    this.orders = orders;
    this.peers = peers;
    this.aftermath = aftermath;
    this.wakeRelay = wakeRelay;
    this.wakeRecovery = wakeRecovery;
  }

  /** Does all steps of a stored order and returns it confirmed, or throws the shopper's answer. */
  Order run(StoredOrder stored, Card card) {
    try {
      steps(stored, card);
    } catch (StepFailed e) {
      throw cancelled(stored, e.step(), e.problem());
    }
    if (!orders.confirm(stored.id(), OrderEvent.confirmed(stored))) {
      throw orderCancelled(stored.id(), Recovery.INTERRUPTED);
    }
    wakeRelay.run();
    LOG.info("Order {} is confirmed", stored.id());
    return settled(stored.id()).order();
  }

  private void steps(StoredOrder stored, Card card) {
    Order order = stored.order();
    String reservation =
        step(stored, Step.RESERVE, () -> peers.inventory().reserve(order.id(), order.lines()));
    if (order.total() > 0) {
      String payment = step(stored, Step.AUTHORISE, () -> peers.payments().authorise(stored, card));
      step(stored, Step.CAPTURE, () -> peers.payments().capture(payment));
    }
    step(stored, Step.COMMIT, () -> peers.inventory().commit(reservation));
    String coupon = order.coupon();
    if (coupon != null) {
      step(stored, Step.REDEEM, () -> peers.pricing().redeem(coupon, order.id()));
    }
  }

  private void step(StoredOrder stored, Step step, Runnable work) {
    step(
        stored,
        step,
        () -> {
          work.run();
          return "";
        });
  }

  private String step(StoredOrder stored, Step step, Supplier<String> work) {
    if (!orders.begin(stored.id(), step)) {
      throw orderCancelled(stored.id(), Recovery.INTERRUPTED);
    }
    String result;
    try {
      result = work.get();
    } catch (Problem e) {
      throw new StepFailed(step, e);
    }
    orders.done(stored.id(), step, result);
    return result;
  }

  private Problem cancelled(StoredOrder stored, Step failed, Problem problem) {
    String reason = reason(problem);
    LOG.warn("Order {} fails at {}: {}", stored.id(), failed, problem.getMessage());
    if (orders.cancel(stored.id(), reason)) {
      settled(stored.id());
    }
    if (problem instanceof DependencyUnavailable || failed.beforePayment()) {
      return problem.with("orderId", stored.id());
    }
    return orderCancelled(stored.id(), reason);
  }

  private StoredOrder settled(String id) {
    StoredOrder decided = orders.byId(id).orElseThrow();
    if (!aftermath.settle(decided)) {
      wakeRecovery.run();
    }
    return decided;
  }

  private static String reason(Problem problem) {
    return problem instanceof DependencyUnavailable unavailable
        ? unavailable.dependency() + "-unavailable"
        : problem.slug();
  }

  static Problem orderCancelled(String orderId, @Nullable String reason) {
    return Problem.conflict(
            "order-cancelled",
            "The order was cancelled",
            "order '%s': %s".formatted(orderId, reason))
        .with("orderId", orderId)
        .with("reason", String.valueOf(reason));
  }

  private static final class StepFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Step step;
    private final Problem problem;

    StepFailed(Step step, Problem problem) {
      super(problem);
      this.step = step;
      this.problem = problem;
    }

    Step step() {
      return step;
    }

    Problem problem() {
      return problem;
    }
  }
}

package dev.trestle.cornershop.checkout;

import dev.trestle.cornershop.kit.DependencyUnavailable;
import dev.trestle.cornershop.kit.Problem;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what is left to do once an order is decided: a confirmed one's cart is closed, a cancelled
 * one's steps are undone. It may be repeated at any time.
 */
final class Aftermath {
  private static final Logger LOG = LoggerFactory.getLogger(Aftermath.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
  private static final int MOST_DOUBLINGS = 5;

  private final Orders orders;
  private final Peers peers;
  private final Runnable wakeRelay;

  Aftermath(Orders orders, Peers peers, Runnable wakeRelay) {
    this.orders = orders;
    this.peers = peers;
    this.wakeRelay = wakeRelay;
  }

  /** Tries everything that is left; false when some of it failed and is due again later. */
  boolean settle(StoredOrder order) {
    boolean settled =
        order.order().status() == Order.Status.CONFIRMED ? closeCart(order) : undo(order);
    if (settled) {
      orders.finish(order.id());
    } else {
      orders.later(
          order.id(), FIRST_PAUSE.multipliedBy(1L << Math.min(order.attempts(), MOST_DOUBLINGS)));
    }
    return settled;
  }

  private boolean closeCart(StoredOrder order) {
    try {
      peers.carts().close(order.order().cartId());
      return true;
    } catch (DependencyUnavailable e) {
      LOG.warn("The cart of order {} cannot be closed yet: {}", order.id(), e.getMessage());
      return false;
    } catch (Problem e) {
      LOG.warn("The cart of order {} stays open: {}", order.id(), e.getMessage());
      return true;
    }
  }

  private boolean undo(StoredOrder order) {
    List<Step> open = orders.openSteps(order.id());
    List<Step> failed = open.stream().filter(step -> !undo(order, step)).toList();
    if (failed.stream().noneMatch(Step::concernsMoney)) {
      // What the shopper is told is about the money; stock and coupons may come back later.
      StoredOrder now = orders.byId(order.id()).orElseThrow();
      if (orders.tell(order.id(), OrderEvent.cancelled(now))) {
        wakeRelay.run();
      }
    }
    return failed.isEmpty();
  }

  private boolean undo(StoredOrder stored, Step step) {
    Order order = stored.order();
    try {
      switch (step) {
        case REDEEM -> peers.pricing().unredeem(String.valueOf(order.coupon()), order.id());
        case COMMIT, RESERVE -> peers.inventory().release(order.id(), order.lines());
        case CAPTURE, AUTHORISE -> giveMoneyBack(order.id());
      }
    } catch (Problem e) {
      LOG.warn("{} of order {} cannot be undone yet: {}", step, order.id(), e.getMessage());
      return false;
    }
    orders.undone(order.id(), step);
    LOG.info("{} of order {} is undone", step, order.id());
    return true;
  }

  private void giveMoneyBack(String orderId) {
    if (peers.payments().giveBack(orderId)) {
      orders.refunded(orderId);
    }
  }
}

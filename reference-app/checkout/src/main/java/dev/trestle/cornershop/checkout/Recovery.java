package dev.trestle.cornershop.checkout;

import dev.trestle.cornershop.kit.Trace;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Goes on with orders that a failure or a crash left unfinished. */
final class Recovery {
  /** Why an order was cancelled whose process ended in the middle of it. */
  static final String INTERRUPTED = "interrupted";

  private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);
  // An order's turn is stored in the database, so another instance's orders are found this way.
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

  private final Orders orders;
  private final Aftermath aftermath;

  Recovery(Orders orders, Aftermath aftermath) {
    this.orders = orders;
    this.aftermath = aftermath;
  }

  /** Goes on with all that is due and says how long nothing else is. */
  Duration round() {
    Optional<StoredOrder> due = orders.claimDue();
    while (due.isPresent()) {
      StoredOrder order = due.get();
      Trace.continuing(order.traceparent()).run(() -> goOn(order));
      due = orders.claimDue();
    }
    return orders.untilDue(LONGEST_PAUSE);
  }

  private void goOn(StoredOrder order) {
    if (order.order().status() == Order.Status.PENDING) {
      LOG.warn("Order {} was left unfinished and is cancelled", order.id());
      orders.cancel(order.id(), INTERRUPTED);
    }
    aftermath.settle(orders.byId(order.id()).orElseThrow());
  }
}

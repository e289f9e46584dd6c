package dev.trestle.cornershop.checkout;

import dev.trestle.cornershop.kit.DependencyUnavailable;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes what is in the outbox, each event at least once: when woken, and what was left over.
 */
final class OutboxRelay {
  private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);
  private static final Duration SWEEP = Duration.ofSeconds(10);
  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMillis(500);

  private final Outbox outbox;
  private final Publisher publisher;
  private volatile boolean failing;

  OutboxRelay(Outbox outbox, Publisher publisher) {
    this.outbox = outbox;
    this.publisher = publisher;
  }

  /** An event that waits. */
  record Entry(long id, String orderId, String payload, String traceparent) {}

  /** Where the events wait. */
  interface Outbox {
    /** Hands the next events over and marks them as published when the publisher returns. */
    int publish(Publisher publisher);
  }

  /** Where the events go. */
  interface Publisher {
    /** Returns once every event is safe; throws {@link DependencyUnavailable} otherwise. */
    void publish(List<Entry> entries);

    /** Gets ready to publish without delay. */
    void prepare();

    /** Proves that events could be published now. */
    void check();
  }

  /** Publishes all that waits and says when to look again. */
  Duration round() {
    try {
      int published;
      do {
        published = outbox.publish(publisher);
      } while (published > 0);
      // Only now: at the start, the database comes first.
      publisher.prepare();
      failing = false;
      return SWEEP;
    } catch (DependencyUnavailable e) {
      if (!e.dependency().equals(EventPublisher.NAME)) {
        throw e;
      }
      LOG.warn("Events wait in the outbox: {}", e.seen());
      failing = true;
      return PAUSE_AFTER_FAILURE;
    }
  }

  /** Throws when the last attempt to publish failed; for {@code /health}. */
  void check() {
    if (failing) {
      throw new DependencyUnavailable(EventPublisher.NAME, "did not take the last event", null);
    }
    publisher.check();
  }
}

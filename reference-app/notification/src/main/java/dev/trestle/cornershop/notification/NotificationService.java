package dev.trestle.cornershop.notification;

import dev.trestle.cornershop.notification.OrderEvent.NotUnderstood;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes what the topic brings: each event into the inbox once, the rest to the dead letters. */
final class NotificationService {
  private static final Logger LOG = LoggerFactory.getLogger(NotificationService.class);

  private final Inbox inbox;
  private final DeadLetterBox deadLetters;
  private final Runnable wakeMailer;

  NotificationService(Inbox inbox, DeadLetterBox deadLetters, Runnable wakeMailer) {
    this.inbox = inbox;
    this.deadLetters = deadLetters;
    this.wakeMailer = wakeMailer;
  }

  /** Where events wait for their mail to be sent. */
  interface Inbox {
    /** Stores the event; false when it is there already. */
    boolean add(OrderEvent event, String payload, String traceparent);
  }

  /** Takes a record; when it returns, the record is safe. */
  void receive(@Nullable String key, @Nullable String value, String traceparent) {
    OrderEvent event;
    try {
      event = OrderEvent.parse(value);
    } catch (NotUnderstood e) {
      LOG.warn("A record goes to the dead letters: {}", e.getMessage());
      deadLetters.put(
          new DeadLetterBox.Letter(key, value, traceparent, String.valueOf(e.getMessage())));
      return;
    }
    if (inbox.add(event, String.valueOf(value), traceparent)) {
      LOG.info("Order {}: {} received", event.orderId(), event.type().text());
      wakeMailer.run();
    } else {
      LOG.info("Order {}: {} received again", event.orderId(), event.type().text());
    }
  }
}

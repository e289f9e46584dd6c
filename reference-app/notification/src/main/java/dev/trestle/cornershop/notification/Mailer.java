package dev.trestle.cornershop.notification;

import dev.trestle.cornershop.kit.DependencyUnavailable;
import dev.trestle.cornershop.kit.Trace;
import java.time.Duration;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends the mails that wait in the inbox, until each is sent or refused for good. */
final class Mailer {
  /** How often a mail server may put one recipient off before the mail is given up. */
  static final int MOST_REFUSALS = 5;

  private static final Logger LOG = LoggerFactory.getLogger(Mailer.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
  private static final int MOST_DOUBLINGS = 3;
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

  private final Waiting waiting;
  private final Post post;
  private final DeadLetterBox deadLetters;
  private int failuresInARow;

  Mailer(Waiting waiting, Post post, DeadLetterBox deadLetters) {
    this.waiting = waiting;
    this.post = post;
    this.deadLetters = deadLetters;
  }

  /** The events whose mail is to be sent. */
  interface Waiting {
    /**
     * Hands over the next event that is due and stores what became of it; an exception leaves it as
     * it was.
     *
     * @return false when none is due
     */
    boolean next(Function<Pending, Verdict> work);

    /** How long it is until one is due, at most this long. */
    Duration untilDue(Duration most);
  }

  /** Hands mails in. */
  interface Post {
    /** Sends the mail; a mail server that is down is a {@link DependencyUnavailable}. */
    Verdict send(Mail mail);
  }

  /** An event that waits; refusals say how often its mail was put off. */
  record Pending(String orderId, String payload, String traceparent, int refusals) {}

  /** What became of a mail. */
  sealed interface Verdict {}

  /** The mail server has taken it. */
  record Sent() implements Verdict {}

  /** The mail server refuses it for now, and is fine otherwise. */
  record PutOff(String reason) implements Verdict {}

  /** The mail server refuses it for good. */
  record Refused(String reason) implements Verdict {}

  /** Sends all that is due and says when to look again. */
  Duration round() {
    try {
      while (waiting.next(this::send)) {
        failuresInARow = 0;
      }
      return waiting.untilDue(LONGEST_PAUSE);
    } catch (DependencyUnavailable e) {
      Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failuresInARow, MOST_DOUBLINGS));
      failuresInARow++;
      LOG.warn("Mails wait: {}", e.seen());
      return pause;
    }
  }

  private Verdict send(Pending pending) {
    Trace.continuing(pending.traceparent()).enter();
    try {
      Verdict verdict =
          judged(post.send(MailText.of(OrderEvent.parse(pending.payload()))), pending);
      if (verdict instanceof Refused refused) {
        LOG.warn("The mail of order {} is given up: {}", pending.orderId(), refused.reason());
        deadLetters.put(
            new DeadLetterBox.Letter(
                pending.orderId(), pending.payload(), pending.traceparent(), refused.reason()));
      } else {
        LOG.info("The mail of order {}: {}", pending.orderId(), verdict);
      }
      return verdict;
    } finally {
      Trace.leave();
    }
  }

  private static Verdict judged(Verdict verdict, Pending pending) {
    return verdict instanceof PutOff putOff && pending.refusals() + 1 >= MOST_REFUSALS
        ? new Refused(putOff.reason())
        : verdict;
  }
}

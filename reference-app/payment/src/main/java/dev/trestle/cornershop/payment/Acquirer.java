package dev.trestle.cornershop.payment;

/**
 * Moves the money. The same id may be sent any number of times and counts once; no answer is a
 * {@link dev.trestle.cornershop.kit.DependencyUnavailable}.
 */
interface Acquirer {
  /** Asks to set the amount aside on the card. */
  Decision authorise(String id, Order order);

  /** Takes the money that was set aside. */
  void capture(String id, String authorisation);

  /** Gives the amount back. */
  void refund(String id, String authorisation, long amount);

  /** Lets go of the money that was set aside. */
  void cancel(String id, String authorisation);

  /** What is to be set aside. */
  record Order(String reference, long amount, String currency, Card card) {}

  /** What the acquirer says. */
  sealed interface Decision {}

  /** The money is set aside under the acquirer's own id. */
  record Approved(String authorisation) implements Decision {}

  /** The card was refused. */
  record Declined(String reason) implements Decision {}
}

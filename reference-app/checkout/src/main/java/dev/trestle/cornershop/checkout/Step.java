package dev.trestle.cornershop.checkout;

/** The parts of an order that change something elsewhere, in the order in which they are done. */
enum Step {
  RESERVE,
  AUTHORISE,
  CAPTURE,
  COMMIT,
  REDEEM;

  /** Whether its refusal is the shopper's answer as it is: nothing was paid yet. */
  boolean beforePayment() {
    return this == RESERVE || this == AUTHORISE;
  }

  /** Whether undoing it concerns the shopper's money. */
  boolean concernsMoney() {
    return this == AUTHORISE || this == CAPTURE;
  }
}

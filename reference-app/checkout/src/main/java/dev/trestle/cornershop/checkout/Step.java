package dev.trestle.cornershop.checkout;

/** The parts of an order that change something elsewhere, in the order in which they are done. */
enum Step {
  RESERVE(1),
  AUTHORISE(2),
  CAPTURE(3),
  COMMIT(4),
  REDEEM(5);

  private final int position;

  Step(int position) {
    this.position = position;
  }

  /** Its place among the steps, as it is stored. */
  int position() {
    return position;
  }

  /** Whether its refusal is the shopper's answer as it is: nothing was paid yet. */
  boolean beforePayment() {
    return this == RESERVE || this == AUTHORISE;
  }

  /** Whether undoing it concerns the shopper's money. */
  boolean concernsMoney() {
    return this == AUTHORISE || this == CAPTURE;
  }
}

package dev.trestle.contract;

/** Which way a value goes: some fields are for one way only. */
enum Direction {
  /** To the provider: no field that is {@code readOnly}. */
  REQUEST,
  /** From the provider: no field that is {@code writeOnly}. */
  RESPONSE,
  /** Neither: a message. */
  MESSAGE
}

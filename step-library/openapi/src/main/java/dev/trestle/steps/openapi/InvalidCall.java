package dev.trestle.steps.openapi;

/**
 * What a call carries that its document does not allow.
 *
 * @param kind what is wrong
 * @param what the same for a reader, such as {@code required field missing: $.quantity}
 * @param data what the call carries
 */
record InvalidCall(Violation kind, String what, CallData data) {

  static InvalidCall of(Violation kind, String place, String detail, CallData data) {
    return new InvalidCall(
        kind, kind.written() + ": " + place + (detail.isEmpty() ? "" : ", " + detail), data);
  }
}

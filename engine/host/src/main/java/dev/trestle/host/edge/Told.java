package dev.trestle.host.edge;

import dev.trestle.protocol.Fault;

/** Says in words what a fault does. */
final class Told {

  private Told() {}

  static String of(Fault.Effect effect) {
    if (effect instanceof Fault.Answer answer) {
      return "answered " + answer.status() + " in the provider's place";
    }
    if (effect instanceof Fault.Delay delay) {
      return "the answer came " + delay.millis() + " ms late";
    }
    if (effect instanceof Fault.Changed changed) {
      return changed(changed);
    }
    if (effect instanceof Fault.Swapped swapped) {
      return "the answer came with another value at " + swapped.field();
    }
    if (effect instanceof Fault.Restated restated) {
      return "the answer's status was " + restated.to() + " in place of " + restated.from();
    }
    return always(effect);
  }

  private static String always(Fault.Effect effect) {
    if (effect instanceof Fault.Replaced) {
      return "the answer was an older one";
    }
    if (effect instanceof Fault.Silence) {
      return "never answered";
    }
    if (effect instanceof Fault.Refusal) {
      return "refused";
    }
    if (effect instanceof Fault.Reset) {
      return "the connection was reset in place of the answer";
    }
    return effect instanceof Fault.Twice
        ? "the provider got the request twice"
        : "the answer's body was cut half way";
  }

  private static String changed(Fault.Changed changed) {
    return switch (changed.change()) {
      case MALFORMED -> "the answer was malformed";
      case EMPTY -> "the answer had no body";
      case CONTENT_TYPE -> "the answer had the content type " + changed.detail();
      case FIELD_MISSING -> "the answer came without " + changed.detail();
      case FIELD_NULL -> "the answer came with null at " + changed.detail();
      case FIELD_RETYPED -> "the answer came with another type at " + changed.detail();
      case FIELD_RENAMED -> "the answer had another name for " + changed.detail();
      case FIELD_PLUS_ONE -> "the answer came with " + changed.detail() + " one too high";
    };
  }
}

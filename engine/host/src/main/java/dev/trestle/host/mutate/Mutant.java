package dev.trestle.host.mutate;

import dev.trestle.protocol.Fault;

/**
 * One change of what an operation answers.
 *
 * @param operation what is changed
 * @param kind how
 * @param field the field, empty for the whole answer
 * @param effect what the edge does
 */
record Mutant(Operation operation, Kind kind, String field, Fault.Effect effect) {

  /** By what it is known in a later run. */
  String id() {
    return operation + ": " + kind + (field.isEmpty() ? "" : " " + field);
  }

  /** The fault that makes it, for one scenario. */
  Fault fault(String traceId) {
    return new Fault(
        traceId, operation.consumer(), operation.provider(), operation.calls(), 0, 0, effect);
  }

  /** What happens, as a tester says it: {@code pricing answered checkout without `$.total` …}. */
  String sentence() {
    return operation.provider() + " " + what() + " in " + operation.call();
  }

  private String what() {
    String answered = "answered " + operation.consumer() + " ";
    String at = "`" + field.replace('`', '\'') + "`";
    return switch (kind) {
      case STATUS ->
          answered + ((Fault.Restated) effect).to() + " in place of " + operation.status();
      case MISSING -> answered + "without " + at;
      case PLUS_ONE -> answered + at + " one too high";
      case OTHER_VALUE -> answered + "another value at " + at;
      case LATE -> answered + ((Fault.Delay) effect).millis() / 1_000 + " s late";
      case TWICE -> "got the request of " + operation.consumer() + " twice";
      case OLDER -> answered + "what it had answered another time";
      case NULL -> answered + "null at " + at;
      case RETYPED -> answered + "another type at " + at;
      case RENAMED -> answered + at + " under another name";
    };
  }
}

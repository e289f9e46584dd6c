package dev.trestle.steps.core.internal;

import dev.trestle.protocol.Interaction;
import java.util.List;
import java.util.stream.Collectors;

/** Calls between services as lines of evidence. */
public final class CallLines {

  private CallLines() {}

  /** One line for each call: who, whom, what, and what came of it. */
  public static String of(List<Interaction> calls) {
    return calls.stream().map(CallLines::line).collect(Collectors.joining("\n"));
  }

  private static String line(Interaction call) {
    String consumer = call.consumer().isEmpty() ? "?" : call.consumer();
    String status = call.status() == 0 ? "no answer" : String.valueOf(call.status());
    String fault = call.fault().isEmpty() ? "" : " (" + call.fault() + ")";
    return "  %s -> %s: %s %s: %s after %d ms%s"
        .formatted(
            consumer, call.provider(), call.method(), call.path(), status, call.millis(), fault);
  }
}

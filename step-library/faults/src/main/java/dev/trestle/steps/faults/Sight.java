package dev.trestle.steps.faults;

import dev.trestle.protocol.CallPattern;
import dev.trestle.protocol.EdgeView;
import dev.trestle.steps.core.ScenarioScope;
import dev.trestle.steps.core.StepFailure;
import org.jspecify.annotations.Nullable;

/**
 * Whether the host sees all calls of an edge. Where it does not, nothing can be said of their
 * number or of every one of them, and a step that says so must not pass.
 */
final class Sight {

  private static final String PROPAGATE =
      "Have '%s' propagate traceparent; see 'My service does not propagate traceparent' in"
          + " docs/edges.md.";

  private final ScenarioScope scope;
  private final Edge edge;
  private final @Nullable CallPattern calls;

  Sight(ScenarioScope scope, Edge edge, @Nullable CallPattern calls) {
    this.scope = scope;
    this.edge = edge;
    this.calls = calls;
  }

  /** A reason why calls are not seen, and what to do about it. */
  private record Blindness(String why, String fix) {}

  /**
   * All calls of the edge have been seen by now.
   *
   * @param what that cannot be said else, as the beginning of a sentence
   */
  void require(String what) {
    Blindness blindness = blindness();
    if (blindness != null) {
      throw StepFailure.of(what + " cannot be said.")
          .evidence(blindness.why())
          .fix(blindness.fix());
    }
  }

  /** Why calls may have been missed, to be added to other evidence; empty when none were. */
  String note() {
    Blindness blindness = blindness();
    return blindness == null ? "" : "\n" + blindness.why();
  }

  private @Nullable Blindness blindness() {
    String pattern = calls == null ? "" : calls.toString();
    EdgeView view =
        scope.host().edge(edge.consumer(), edge.provider(), pattern, scope.traceId(), scope.age());
    String between = "from '" + edge.consumer() + "' to '" + edge.provider() + "'";
    if (!view.isKnown()) {
      return new Blindness(
          ("There is no edge " + between + ", so that no call there can be seen.")
              + (" The edges are: " + String.join(", ", view.edges()) + ".")
              + " An edge is made for each http://name:port in the environment of a service.",
          "Name two services that are connected so, or declare the connection in the Compose file"
              + " with x-trestle.edges.");
    }
    if (!view.isRead()) {
      return new Blindness(
          "The edge " + between + " is not of HTTP: its traffic passes unread.",
          "Check what the call would do, such as a row or a message, instead of the call.");
    }
    if (!view.unread().isEmpty()) {
      return new Blindness(
          ("On the edge " + between + " traffic passed unread while the scenario ran, since ")
              + (view.unread() + ". Calls in it were not seen."),
          "Correct that in the service that is named, or check what the call would do instead of the"
              + " call.");
    }
    if (view.hasForgotten()) {
      return new Blindness(
          ("'" + edge.consumer() + "' made more calls without a scenario's trace id than the host")
              + (" remembers to '" + edge.provider() + "' while the scenario ran."),
          PROPAGATE.formatted(edge.consumer()));
    }
    if (view.lost() > 0) {
      return new Blindness(
          ("'" + edge.consumer() + "' made " + view.lost() + " such call(s) to '" + edge.provider())
              + "' without a scenario's trace id while the scenario ran; they can be its own.",
          PROPAGATE.formatted(edge.consumer())
              + (calls == null
                  ? " If these calls are background work, say which calls the step is about, such as"
                      + " 'for \"POST /orders\"'."
                  : ""));
    }
    return null;
  }
}

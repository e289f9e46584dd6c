package dev.trestle.steps.core.exchange;

import dev.trestle.steps.core.ScenarioScope;
import dev.trestle.steps.core.StepFailure;
import org.jspecify.annotations.Nullable;

/** A scenario's last response, which steps of any artifact look at. */
public final class LastResponse {

  private @Nullable ReceivedResponse response;
  private String whyNone = "The scenario sent no request yet.";

  private LastResponse() {}

  /** The last response of a scenario. */
  public static LastResponse of(ScenarioScope scope) {
    return scope.state(LastResponse.class, LastResponse::new);
  }

  /** Keeps a response as the last. */
  public void received(ReceivedResponse received) {
    response = received;
  }

  /** Forgets the last response, since the request that came after it has none to look at. */
  public void none(String why) {
    response = null;
    whyNone = why;
  }

  /**
   * The response.
   *
   * @throws StepFailure when there is none; the message says why
   */
  public ReceivedResponse get() {
    ReceivedResponse received = response;
    if (received == null) {
      throw StepFailure.of("There is no response to look at.")
          .evidence(whyNone)
          .fix("Send a request first, such as: When I send GET \"/health\" to \"cart\".");
    }
    return received;
  }
}

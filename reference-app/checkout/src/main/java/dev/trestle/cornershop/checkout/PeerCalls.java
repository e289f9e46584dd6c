package dev.trestle.cornershop.checkout;

import dev.trestle.cornershop.kit.DependencyUnavailable;
import dev.trestle.cornershop.kit.ServiceClient;
import dev.trestle.cornershop.kit.ServiceClient.Answer;
import dev.trestle.cornershop.kit.ServiceClient.Call;
import java.util.function.Supplier;

/** Calls to one peer on the service's own behalf. */
record PeerCalls(ServiceClient http, Supplier<String> token) {
  /** Sends the call with the service's token; that token being refused is the peer's failure. */
  Answer send(Call call) {
    Answer answer = call.bearer(token.get()).send();
    if (answer.status() == 401 || answer.status() == 403) {
      throw new DependencyUnavailable(
          answer.peer(), "refused checkout's own token with " + answer.status(), null);
    }
    return answer;
  }
}

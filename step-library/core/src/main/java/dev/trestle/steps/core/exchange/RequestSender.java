package dev.trestle.steps.core.exchange;

import dev.trestle.steps.core.StepFailure;
import dev.trestle.steps.core.compare.Pair;
import java.util.List;
import java.util.ServiceLoader;

/**
 * Sends a request as a scenario's own, with its trace id and credentials, and keeps the response as
 * the last. Found by {@link ServiceLoader}; the HTTP steps bring one.
 */
public interface RequestSender {

  /**
   * A request that is not addressed yet.
   *
   * @param method such as {@code GET}
   * @param path the path, with names of the scenario resolved
   * @param service the service's name
   * @param query query parameters
   * @param headers headers that replace those that it would have
   * @param body the body
   */
  record Call(
      String method, String path, String service, List<Pair> query, List<Pair> headers, Body body) {

    /** Copies the lists. */
    public Call {
      query = List.copyOf(query);
      headers = List.copyOf(headers);
    }
  }

  /** Sends a request of the scenario that runs on this thread. */
  Exchange send(Call call);

  /** The sender on the class path. */
  static RequestSender find() {
    return ServiceLoader.load(RequestSender.class)
        .findFirst()
        .orElseThrow(
            () ->
                StepFailure.of("There is nothing that sends requests.")
                    .evidence("No artifact on the class path brings a request sender.")
                    .fix("Add the dependency dev.trestle:trestle-steps-http."));
  }
}

package dev.trestle.host.edge;

import dev.trestle.protocol.Fault;
import dev.trestle.protocol.Interaction;
import java.util.Optional;

/** What a proxy asks and tells about each interaction. */
public interface EdgeWatch {

  /**
   * The fault that changes a request, if there is one; it counts as used.
   *
   * @param edge where the request passes
   * @param traceId the scenario's trace id, empty when the request has none
   * @param method the HTTP method
   * @param path the path without its query
   */
  Optional<Fault.Effect> effect(Edge edge, String traceId, String method, String path);

  /**
   * A request was received; its consumer may give up before there is an answer.
   *
   * @param traceId the scenario's trace id, empty when the request has none
   * @param interaction the request, with status 0
   */
  void begun(String traceId, Interaction interaction);

  /**
   * An interaction is over.
   *
   * @param traceId the scenario's trace id, empty when the request had none
   * @param begun what {@link #begun} was told
   * @param ended the request with its answer
   */
  void ended(String traceId, Interaction begun, Interaction ended);
}

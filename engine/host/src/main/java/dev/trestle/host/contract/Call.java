package dev.trestle.host.contract;

import dev.trestle.contract.HttpMessage;

/**
 * One request on an edge and, where there is one, the provider's own answer.
 *
 * @param consumer who called
 * @param provider who was called
 * @param fromTest whether it is the test's own, which may be wrong on purpose
 * @param traceId the scenario's trace id, empty when that is not known
 * @param method the method
 * @param path the path with its query
 * @param request the request
 * @param status the status that the provider answered with; 0 when it did not, or when a fault made
 *     or changed the answer
 * @param response the answer, without meaning where the status is 0
 * @param isUpgrade whether it turned into something that is not HTTP
 */
public record Call(
    String consumer,
    String provider,
    boolean fromTest,
    String traceId,
    String method,
    String path,
    HttpMessage request,
    int status,
    HttpMessage response,
    boolean isUpgrade) {

  /** The same without its answer, which is not the provider's own. */
  Call unanswered() {
    return new Call(
        consumer, provider, fromTest, traceId, method, path, request, 0, response, isUpgrade);
  }

  String pathAlone() {
    int query = path.indexOf('?');
    return query < 0 ? path : path.substring(0, query);
  }
}

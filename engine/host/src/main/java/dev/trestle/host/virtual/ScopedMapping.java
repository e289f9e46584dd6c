package dev.trestle.host.virtual;

import dev.trestle.protocol.Json;
import dev.trestle.protocol.Protocol;
import dev.trestle.protocol.StubMapping;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns a stub mapping into one that answers the requests of one scenario only. */
final class ScopedMapping {

  /** WireMock's priority of a mapping that says none, and how far before all we put ours. */
  private static final long DEFAULT_PRIORITY = 5;

  private static final long AHEAD = 1_000_000;

  private ScopedMapping() {}

  static Map<String, @Nullable Object> of(StubMapping stub) {
    Map<String, @Nullable Object> mapping = object(stub.mapping());
    Map<String, @Nullable Object> request = object(mapping.get("request"));
    Map<String, @Nullable Object> headers = object(request.get("headers"));
    headers.put(Protocol.TRACEPARENT, Map.of("contains", stub.traceId()));
    request.put("headers", headers);
    mapping.put("request", request);
    exactBody(mapping);
    long priority =
        mapping.get("priority") instanceof Number given ? given.longValue() : DEFAULT_PRIORITY;
    mapping.put("priority", priority - AHEAD);
    if (mapping.get("scenarioName") instanceof String scenario) {
      mapping.put("scenarioName", scenario + "#" + stub.traceId());
    }
    mapping.put("persistent", false);
    mapping.remove("id"); // the same mapping may be in force for several scenarios
    mapping.remove("uuid");
    return mapping;
  }

  /** The body as text, since WireMock writes numbers of a body in JSON in its own way. */
  private static void exactBody(Map<String, @Nullable Object> mapping) {
    Map<String, @Nullable Object> response = object(mapping.get("response"));
    if (response.containsKey("jsonBody") && !response.containsKey("body")) {
      response.put("body", Json.write(response.remove("jsonBody")));
      mapping.put("response", response);
    }
  }

  private static Map<String, @Nullable Object> object(@Nullable Object json) {
    Map<String, @Nullable Object> copy = new LinkedHashMap<>();
    if (json instanceof Map<?, ?> map) {
      map.forEach((key, value) -> copy.put(String.valueOf(key), value));
    }
    return copy;
  }
}

package dev.trestle.protocol;

/**
 * A WireMock stub mapping that a virtual service answers for one scenario only.
 *
 * @param service the virtual service's name
 * @param traceId the scenario's trace id, 32 lower-case hexadecimal digits
 * @param mapping the mapping as WireMock's JSON: {@code request}, {@code response}, and so on
 */
public record StubMapping(String service, String traceId, Object mapping) {}

package dev.trestle.host.compose;

import org.jspecify.annotations.Nullable;

/**
 * One port that a service publishes.
 *
 * @param hostAddress the address on the host, null for all
 * @param published the port on the host, null for a free one
 * @param target the port of the service
 * @param protocol {@code tcp} or {@code udp}
 * @param position where it is written
 */
public record PortMapping(
    @Nullable String hostAddress,
    @Nullable Integer published,
    int target,
    String protocol,
    Position position) {}

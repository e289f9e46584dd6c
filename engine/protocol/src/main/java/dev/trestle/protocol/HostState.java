package dev.trestle.protocol;

/**
 * A running host: the one line that it prints when it listens, and, with the token, its state file.
 *
 * @param protocol the format's version, {@link Protocol#VERSION}
 * @param address such as {@code http://127.0.0.1:32771}
 * @param pid the host's process id
 * @param startedAt when the process started, ISO-8601 in UTC, so that a reused pid is not taken for
 *     it
 * @param token the bearer token, empty in the printed line
 */
public record HostState(int protocol, String address, long pid, String startedAt, String token) {}

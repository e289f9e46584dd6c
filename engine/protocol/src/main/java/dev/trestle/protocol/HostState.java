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
 * @param engine the fingerprint of the host's class path
 * @param stays whether it outlives who started it, so that others may attach
 */
public record HostState(
    int protocol,
    String address,
    long pid,
    String startedAt,
    String token,
    String engine,
    boolean stays) {

  /** The same host, of which another thing is known. */
  public HostState staying(boolean stays) {
    return new HostState(protocol, address, pid, startedAt, token, engine, stays);
  }

  /** The same host with a token, or with an empty one to be printed. */
  public HostState withToken(String token) {
    return new HostState(protocol, address, pid, startedAt, token, engine, stays);
  }

  @Override
  public String toString() {
    return "host " + pid + " at " + address;
  }
}

package dev.trestle.protocol;

import org.jspecify.annotations.Nullable;

/**
 * What the plugin writes as the first line of the host's standard input. The end of that input ends
 * the host, unless a line {@link Protocol#STAY} came before.
 *
 * @param protocol the format's version, {@link Protocol#VERSION}
 * @param token the bearer token that every call must carry
 * @param state the folder for the state file {@code host.json}, absolute
 * @param leaseSeconds how long the host stays without a call and without a run
 * @param engine the fingerprint of the host's class path, which the state file repeats
 * @param next the run that will be asked for at once, so that its runner boots at once, or null
 */
public record HostRequest(
    int protocol,
    String token,
    String state,
    int leaseSeconds,
    String engine,
    @Nullable StartRequest next) {

  /** The same with the run that comes at once. */
  public HostRequest before(StartRequest run) {
    return new HostRequest(protocol, token, state, leaseSeconds, engine, run);
  }
}

package dev.trestle.host.run;

/**
 * How the runner reaches its host.
 *
 * @param address such as {@code http://127.0.0.1:32771}
 * @param token the bearer token
 */
public record RunnerAccess(String address, String token) {}

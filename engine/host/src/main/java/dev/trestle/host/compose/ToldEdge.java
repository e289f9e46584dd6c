package dev.trestle.host.compose;

import org.jspecify.annotations.Nullable;

/**
 * A connection to another service that the file tells of, since its variables do not show it, or
 * not what is spoken there.
 *
 * @param provider the service that is called, by its name or an alias
 * @param port the port of it, as in a container
 * @param http whether plain HTTP is spoken there
 * @param hostVariable the variable in which the consumer finds the host, null for none
 * @param portVariable the variable in which the consumer finds the port, null for none
 * @param position where it is written
 */
public record ToldEdge(
    String provider,
    int port,
    boolean http,
    @Nullable String hostVariable,
    @Nullable String portVariable,
    Position position) {}

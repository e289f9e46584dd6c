package dev.trestle.host.compose;

/**
 * What a service needs of another one before it starts.
 *
 * @param condition what must hold
 * @param required whether the service fails without it; if not, it may be absent
 * @param position where it is written
 * @param key the key that says so, such as {@code services.cart.network_mode}
 */
public record Dependency(
    DependencyCondition condition, boolean required, Position position, String key) {}

package dev.trestle.host.environment;

import dev.trestle.host.container.Container;
import dev.trestle.host.container.HealthTry;
import dev.trestle.protocol.Deadline;
import dev.trestle.protocol.Secrets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A container's health check passes. The engine runs it too, after each interval; this asks as soon
 * as the port takes connections, and seldom before, since each try is a process of its own.
 */
final class HealthProbe implements Probe {

  private static final Duration BEFORE_PORT = Duration.ofSeconds(2);

  private final Container container;
  private final Probe port;
  private Deadline next = Deadline.in(BEFORE_PORT);
  private @Nullable String seen;

  HealthProbe(Container container, Probe port) {
    this.container = container;
    this.port = port;
  }

  @Override
  public synchronized @Nullable String attempt() {
    String closed = port.attempt();
    if (closed != null && !next.isOver()) {
      return seen == null ? closed : seen;
    }
    next = Deadline.in(BEFORE_PORT);
    try {
      HealthTry health = container.tryHealth();
      seen = health.isHealthy() ? null : told(health);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      seen = "The health check was interrupted";
    }
    return seen;
  }

  private String told(HealthTry health) {
    return Secrets.mask(
        "The health check %s ended with exit code %d%s"
            .formatted(
                container.health().test(),
                health.exitCode(),
                health.output().isEmpty() ? "" : ": " + health.output()));
  }

  @Override
  public boolean isHopeless() {
    return container.isUnhealthy();
  }
}

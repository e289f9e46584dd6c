package dev.trestle.host.environment;

import dev.trestle.host.compose.ComposeService;
import dev.trestle.host.compose.Healthcheck;
import dev.trestle.host.compose.Position;
import dev.trestle.host.compose.Readiness;
import dev.trestle.host.container.Container;
import dev.trestle.host.container.HealthPlan;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How a container is proved ready: by its health check, else as the Compose file says. */
final class ContainerReady {

  private ContainerReady() {}

  static ReadyCheck of(ContainerLaunch launch, Container container) {
    ComposeService service = launch.service();
    Readiness ready = service.xTrestle().ready();
    HealthPlan health = container.health();
    Duration timeout = timeout(ready, health, launch.timeout());
    Probe port = launch.told() ? new Probe.Published(launch.ports().main()) : new Probe.Nothing();
    if (!health.test().isEmpty()) {
      return new ReadyCheck(new HealthProbe(container, port), timeout, position(service));
    }
    if (ready instanceof Readiness.Port open) {
      Probe asked = new Probe.Published(launch.ports().of(open.port()));
      return new ReadyCheck(asked, timeout, ready.position());
    }
    if (ready != null && !(ready instanceof Readiness.Usual)) {
      return ReadyCheck.of(service, launch.ports(), launch.log(), timeout);
    }
    return new ReadyCheck(port, timeout, ready == null ? service.position() : ready.position());
  }

  /** A health check that may still pass is waited for; the Compose file may say how long. */
  static Duration timeout(@Nullable Readiness ready, HealthPlan health, Duration otherwise) {
    Duration longest = health.test().isEmpty() ? otherwise : health.longest();
    return ReadyCheck.timeout(ready, longest.compareTo(otherwise) > 0 ? longest : otherwise);
  }

  private static Position position(ComposeService service) {
    Healthcheck own = service.healthcheck();
    return own == null ? service.position() : own.position();
  }
}

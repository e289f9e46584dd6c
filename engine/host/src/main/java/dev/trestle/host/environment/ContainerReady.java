package dev.trestle.host.environment;

import dev.trestle.host.compose.ComposeService;
import dev.trestle.host.compose.Healthcheck;
import dev.trestle.host.compose.Position;
import dev.trestle.host.compose.Readiness;
import dev.trestle.host.container.Container;
import java.time.Duration;

/** How a container is proved ready: by its health check, else as the Compose file says. */
final class ContainerReady {

  private ContainerReady() {}

  static ReadyCheck of(ContainerLaunch launch, Container container) {
    ComposeService service = launch.service();
    Readiness ready = service.xTrestle().ready();
    Duration timeout = ready == null ? launch.timeout() : ready.timeout();
    Probe port = launch.told() ? new Probe.Published(launch.ports().main()) : new Probe.Nothing();
    if (!container.healthcheck().isEmpty()) {
      return new ReadyCheck(new HealthProbe(container, port), timeout, position(service));
    }
    if (ready instanceof Readiness.Port open) {
      Probe asked = new Probe.Published(launch.ports().of(open.port()));
      return new ReadyCheck(asked, timeout, ready.position());
    }
    if (ready != null) {
      return ReadyCheck.of(service, launch.ports(), launch.log(), timeout);
    }
    return new ReadyCheck(port, timeout, service.position());
  }

  private static Position position(ComposeService service) {
    Healthcheck own = service.healthcheck();
    return own == null ? service.position() : own.position();
  }
}

package dev.trestle.host.environment;

import dev.trestle.host.compose.ComposeProject;
import dev.trestle.host.compose.ComposeService;
import dev.trestle.host.container.Container;
import dev.trestle.host.container.ContainerException;
import dev.trestle.host.container.ContainerRequest;
import dev.trestle.host.container.ContainerRuntime;
import dev.trestle.host.standin.StandIns;
import dev.trestle.protocol.ServiceDescription;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The container runtime of one environment: which services run in it, and how they get out. */
final class Containers implements AutoCloseable {

  private final ContainerRuntime runtime;
  private final StandIns standIns;

  /** The containers of a request, null when it asks for local processes. */
  static @Nullable Containers open(EnvironmentRequest request, StandIns standIns) {
    return request.engine() == null
        ? null
        : new Containers(
            ContainerRuntime.open(request.engine(), request.session(), request.project()),
            standIns);
  }

  Containers(ContainerRuntime runtime, StandIns standIns) {
    this.runtime = runtime;
    this.standIns = standIns;
  }

  /** Whether a service runs in a container; third parties and the mailbox are in the host. */
  boolean has(ComposeService service) {
    return wants(service, standIns);
  }

  /** Whether a service is one for a container. */
  static boolean wants(ComposeService service, StandIns standIns) {
    boolean hosted = service.xTrestle().stub() != null || service.xTrestle().mailbox();
    return !hosted && (service.build() != null || isImage(service, standIns));
  }

  private static boolean isImage(ComposeService service, StandIns standIns) {
    return service.image() != null
        && standIns
            .find(service.image())
            .filter(standIn -> standIn.kind() == ServiceDescription.Kind.MAILBOX)
            .isEmpty();
  }

  /** Where a service in a container finds a loopback port of this machine. */
  Rewiring.Place machine(ComposeService service, int local) {
    try {
      ContainerRuntime.Address address = runtime.machine(service, local);
      return new Rewiring.Place(address.host(), address.port());
    } catch (ContainerException e) {
      throw new EnvironmentException(e.getMessage(), e.isEngineGone());
    }
  }

  Container container(ComposeService service, Supplier<ContainerRequest> request) {
    return runtime.container(service, request);
  }

  void renew(ComposeProject project) {
    runtime.renew(project);
  }

  @Override
  public void close() {
    runtime.close();
  }
}

package dev.trestle.protocol;

import java.util.List;
import java.util.Optional;

/**
 * The running environment as the test sees it.
 *
 * @param runtime {@code process} or {@code container}
 * @param services every running service, in the order of the Compose file
 */
public record EnvironmentDescription(String runtime, List<ServiceDescription> services) {

  /** Keeps an unmodifiable copy. */
  public EnvironmentDescription {
    services = List.copyOf(services);
  }

  /** The service of that name, if the environment has it. */
  public Optional<ServiceDescription> service(String name) {
    return services.stream().filter(service -> service.name().equals(name)).findFirst();
  }

  /** The names of all services. */
  public List<String> names() {
    return services.stream().map(ServiceDescription::name).toList();
  }
}

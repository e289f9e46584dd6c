package dev.trestle.steps.core;

import dev.trestle.protocol.EnvironmentDescription;
import dev.trestle.protocol.ServiceDescription;
import java.util.Optional;

/** Where a test reaches the services of an environment. */
final class ServiceAddress {

  private ServiceAddress() {}

  /** The address of a service's main port, such as {@code http://127.0.0.1:32771}. */
  static String of(String service, EnvironmentDescription environment) {
    return environment
        .service(service)
        .flatMap(ServiceAddress::mainEndpoint)
        .map(address -> "http://" + address)
        .orElseThrow(() -> unknown(service, environment));
  }

  /** The host says which of several is the main one; it gives a service that one as PORT too. */
  private static Optional<String> mainEndpoint(ServiceDescription service) {
    String main = service.properties().getOrDefault(ServiceDescription.PORT, "");
    return Optional.ofNullable(service.endpoints().get(main))
        .or(() -> service.endpoints().values().stream().findFirst());
  }

  private static StepFailure unknown(String service, EnvironmentDescription environment) {
    if (environment.names().isEmpty()) {
      return StepFailure.of("Service '" + service + "' is unknown.")
          .evidence("The environment has no services: there is no Compose file, or it names none.")
          .fix("Write a compose.yaml with the service, or name its file in trestle.compose.");
    }
    boolean named = environment.names().contains(service);
    return StepFailure.of("Service '" + service + "' " + (named ? "has no port." : "is unknown."))
        .evidence("Services of the environment: " + String.join(", ", environment.names()) + ".")
        .fix(
            named
                ? "Give it a port under services." + service + " in the Compose file."
                : "Correct the name in the step, or add the service to the Compose file.");
  }
}

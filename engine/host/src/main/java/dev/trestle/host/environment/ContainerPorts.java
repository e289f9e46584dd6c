package dev.trestle.host.environment;

import dev.trestle.host.compose.ComposeService;
import dev.trestle.host.compose.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Which ports a service listens on in a container. */
final class ContainerPorts {

  static final int OTHERWISE = 8080;

  private static final Pattern LISTENS =
      Pattern.compile("PORT|HTTP_PORT|SERVER_PORT|.+_LISTEN_PORT");
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,4}");

  private ContainerPorts() {}

  /** Whether a variable says where its own service listens. */
  static boolean isOwn(String variable) {
    return LISTENS.matcher(variable).matches();
  }

  /**
   * The ports, the main one first: {@code x-trestle.port}, else those of {@code expose} and {@code
   * ports}, else the one of a variable, else a guess.
   */
  static List<Integer> of(ComposeService service, int otherwise) {
    Set<Integer> ports = new LinkedHashSet<>();
    if (service.xTrestle().port() != null) {
      ports.add(service.xTrestle().port());
    }
    ports.addAll(service.exposedPorts());
    service.ports().stream()
        .filter(mapping -> mapping.protocol().equals("tcp"))
        .forEach(mapping -> ports.add(mapping.target()));
    if (ports.isEmpty()) {
      ports.add(fromVariables(service.environment(), otherwise));
    }
    return List.copyOf(ports);
  }

  /** Whether the Compose file tells a port, rather than that it must be guessed. */
  static boolean isTold(ComposeService service) {
    return of(service, 0).get(0) != 0;
  }

  private static int fromVariables(Map<String, Value> environment, int otherwise) {
    return environment.entrySet().stream()
        .filter(variable -> isOwn(variable.getKey()))
        .map(variable -> variable.getValue().text())
        .filter(text -> NUMBER.matcher(text).matches())
        .findFirst()
        .map(Integer::parseInt)
        .orElse(otherwise);
  }
}

package dev.trestle.host.environment;

import dev.trestle.host.compose.ComposeService;
import dev.trestle.host.compose.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Which ports a service listens on in a container. */
final class ContainerPorts {

  static final int OTHERWISE = 8080;

  /** Where services commonly speak HTTP, and where debuggers commonly wait. */
  private static final List<Integer> COMMON = List.of(8080, 80);

  private static final Set<Integer> DEBUGGERS = Set.of(5005, 9229, 2345, 5678);

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
   * ports}, else the one of a variable, else a guess. Of several, the main one is that of a
   * variable, else 8080, else 80, else the first that is not a debugger's.
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
    return service.xTrestle().port() == null ? mainFirst(ports, service) : List.copyOf(ports);
  }

  private static List<Integer> mainFirst(Set<Integer> ports, ComposeService service) {
    List<Integer> candidates = new ArrayList<>();
    candidates.add(fromVariables(service.environment(), 0));
    candidates.addAll(COMMON);
    ports.stream().filter(port -> !DEBUGGERS.contains(port)).forEach(candidates::add);
    candidates.addAll(ports);
    candidates.retainAll(ports);
    Set<Integer> ordered = new LinkedHashSet<>();
    ordered.add(candidates.get(0));
    ordered.addAll(ports);
    return List.copyOf(ordered);
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

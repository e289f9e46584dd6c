package dev.trestle.host.container;

import dev.trestle.host.compose.ComposeService;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One container that is wanted.
 *
 * @param service the service as the Compose file describes it
 * @param environment its variables, which point to where its providers are
 * @param command its command, empty for the image's own
 * @param entrypoint its entry point, empty for the image's own
 * @param ports container port to the loopback port where it is published
 */
public record ContainerRequest(
    ComposeService service,
    Map<String, String> environment,
    List<String> command,
    List<String> entrypoint,
    Map<Integer, Integer> ports) {

  /** Keeps unmodifiable copies in their order. */
  public ContainerRequest {
    environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
    command = List.copyOf(command);
    entrypoint = List.copyOf(entrypoint);
    ports = Collections.unmodifiableMap(new LinkedHashMap<>(ports));
  }
}

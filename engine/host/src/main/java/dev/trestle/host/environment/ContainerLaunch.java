package dev.trestle.host.environment;

import dev.trestle.host.compose.ComposeService;
import dev.trestle.host.compose.Value;
import dev.trestle.host.container.ContainerRequest;
import dev.trestle.host.standin.Contained;
import dev.trestle.host.standin.StandInRequest;
import dev.trestle.protocol.ServiceDescription;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a service before its container is made.
 *
 * @param service the service
 * @param kind what it is to the test
 * @param product what its product needs in a container, null when nothing is known of it
 * @param ports where it is published
 * @param told whether its ports are told, rather than guessed
 * @param job whether others wait for its end
 * @param timeout how long it may take to be ready, where the file does not say
 * @param log its log
 * @param logPath the log as a message shows it
 */
record ContainerLaunch(
    ComposeService service,
    ServiceDescription.Kind kind,
    @Nullable Contained product,
    AddressBook.Ports ports,
    boolean told,
    boolean job,
    Duration timeout,
    LogFile log,
    String logPath) {

  /**
   * The container, whose providers are where the rewiring says.
   *
   * @param edges the listeners for consumers on edges, known when the start begins
   */
  Supplier<ContainerRequest> request(
      Rewiring rewiring, Supplier<List<StandInRequest.Listener>> edges) {
    Map<String, String> own = new LinkedHashMap<>();
    service.environment().forEach((name, value) -> own.put(name, text(value)));
    ContainerRequest written =
        new ContainerRequest(
            service,
            rewiring.variables(own),
            service.command().stream().map(rewiring::text).toList(),
            service.entrypoint().stream().map(rewiring::text).toList(),
            ports.local());
    Contained known = product;
    return known == null ? () -> written : () -> opened(written, known, edges.get());
  }

  private static ContainerRequest opened(
      ContainerRequest written, Contained product, List<StandInRequest.Listener> edges) {
    Map<Integer, Integer> published = new LinkedHashMap<>(written.ports());
    int main = published.keySet().iterator().next();
    int local = published.remove(main);
    Contained.Opening opening = product.open(written.service(), main, local, edges);
    Map<String, String> variables = new LinkedHashMap<>(written.environment());
    variables.putAll(opening.variables());
    published.putAll(opening.ports());
    return new ContainerRequest(
        written.service(), variables, written.command(), written.entrypoint(), published);
  }

  private static String text(Value value) {
    return value.text();
  }
}

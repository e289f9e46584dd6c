package dev.trestle.host.environment;

import dev.trestle.host.edge.EdgeProxies;
import dev.trestle.host.edge.Edges;
import dev.trestle.protocol.ServiceDescription;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Takes an environment down: first the services, then what they used, all of a kind at once. */
final class Shutdown {

  private static final Duration REST = Duration.ofSeconds(1);

  private final List<Part> parts;
  private final Processes processes;
  private final Edges edges;
  private final EdgeProxies proxies;
  private final DeathWatch deaths;
  private final Runnable last;
  private boolean done;

  Shutdown(
      List<Part> parts,
      Processes processes,
      Edges edges,
      EdgeProxies proxies,
      DeathWatch deaths,
      Runnable last) {
    this.parts = parts;
    this.processes = processes;
    this.edges = edges;
    this.proxies = proxies;
    this.deaths = deaths;
    this.last = last;
  }

  synchronized void run() {
    if (done) {
      return;
    }
    done = true;
    deaths.end();
    processes.close();
    stop(services(parts));
    edges.close();
    proxies.close();
    stop(others(parts));
    processes.end(REST);
    last.run();
  }

  /** Stops some of the parts: first the services, then what they used. */
  static void stopInOrder(List<Part> parts) {
    stop(services(parts));
    stop(others(parts));
  }

  private static boolean isService(Part part) {
    return part.kind() == ServiceDescription.Kind.SERVICE;
  }

  private static List<Part> services(List<Part> parts) {
    return parts.stream().filter(Shutdown::isService).toList();
  }

  private static List<Part> others(List<Part> parts) {
    return parts.stream().filter(part -> !isService(part)).toList();
  }

  private static void stop(List<Part> parts) {
    CompletableFuture<?>[] stops =
        parts.stream()
            .map(
                part ->
                    CompletableFuture.runAsync(
                        part::stop, task -> new Thread(task, "stop").start()))
            .toArray(CompletableFuture[]::new);
    CompletableFuture.allOf(stops).join();
  }
}

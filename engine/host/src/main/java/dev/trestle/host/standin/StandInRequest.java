package dev.trestle.host.standin;

import dev.trestle.host.compose.ComposeService;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/**
 * What a stand-in is asked to be.
 *
 * @param service the service as the Compose file describes it
 * @param port the loopback port to listen on
 * @param freePorts gives another free loopback port each time
 * @param folder an empty folder for its files, deleted after its end
 * @param cache a folder that outlives the host, for what is costly to make
 * @param processes starts its process, if it is one
 * @param timeout how long the start may take
 * @param edges the listeners for consumers on edges, when the stand-in tells its address; known
 *     when the start begins
 */
public record StandInRequest(
    ComposeService service,
    int port,
    IntSupplier freePorts,
    Path folder,
    Path cache,
    ProcessStarter processes,
    Duration timeout,
    Supplier<List<Listener>> edges) {

  /**
   * Where one consumer is listened to.
   *
   * @param port the loopback port where it is reached from this machine
   * @param shown host and port that the consumer is told, those of its edge as it sees them
   */
  public record Listener(int port, String shown) {}

  /** The listeners for consumers on edges. */
  public List<Listener> listeners() {
    return edges.get();
  }
}

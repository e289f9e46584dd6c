package dev.trestle.host.standin;

import dev.trestle.host.session.ProcessTree;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A Kafka broker that runs. */
final class RunningKafka implements RunningStandIn {

  private static final int CONNECT_MILLIS = 500;
  private static final long BETWEEN_TRIES_MILLIS = 20;

  private final Process process;
  private final int port;

  RunningKafka(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Kafka opens its port last, when it is registered and can serve. */
  void awaitConnections(Duration timeout) throws IOException, InterruptedException {
    Instant until = Instant.now().plus(timeout);
    while (!connects()) {
      if (process.waitFor(BETWEEN_TRIES_MILLIS, TimeUnit.MILLISECONDS)) {
        throw new IOException("Kafka ended with exit code " + process.exitValue() + ".");
      }
      if (Instant.now().isAfter(until)) {
        throw new IOException("Kafka takes no connections on port " + port + ".");
      }
    }
  }

  @Override
  public Map<String, String> properties() {
    return Map.of("bootstrap.servers", "127.0.0.1:" + port);
  }

  @Override
  public Optional<Process> process() {
    return Optional.of(process);
  }

  /** Its data goes with it, so it need not be put in order first. */
  @Override
  public void close() {
    ProcessTree.kill(List.of(process.toHandle()));
  }

  private boolean connects() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}

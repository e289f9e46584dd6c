package dev.trestle.host.standin;

import dev.trestle.host.session.ProcessTree;
import dev.trestle.protocol.Deadline;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A Kafka broker that runs. */
final class RunningKafka implements RunningStandIn {

  private static final int CONNECT_MILLIS = 500;
  private static final long BETWEEN_TRIES_MILLIS = 20;

  private static final Duration GRACE = Duration.ofSeconds(5);

  private final StandInRequest request;
  private final List<String> command;
  private final int port;
  private volatile Process process;

  private RunningKafka(StandInRequest request, List<String> command) throws IOException {
    this.request = request;
    this.command = command;
    this.port = request.port();
    this.process = begin();
  }

  /** Starts a broker; returns when it takes connections. */
  static RunningKafka start(StandInRequest request, List<String> command)
      throws IOException, InterruptedException {
    RunningKafka running = new RunningKafka(request, command);
    running.awaitConnections();
    return running;
  }

  private Process begin() throws IOException {
    return request.processes().start(new ProcessBuilder(command));
  }

  /** Kafka opens its port last, when it is registered and can serve. */
  private void awaitConnections() throws IOException, InterruptedException {
    Deadline until = Deadline.in(request.timeout());
    while (!connects()) {
      if (process.waitFor(BETWEEN_TRIES_MILLIS, TimeUnit.MILLISECONDS)) {
        throw new IOException("Kafka ended with exit code " + process.exitValue() + ".");
      }
      if (until.isOver()) {
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

  /** Asked to end, it writes down what it has. */
  @Override
  public void halt() {
    ProcessTree.end(List.of(process.toHandle()), GRACE);
  }

  @Override
  public void revive() throws IOException, InterruptedException {
    process = begin();
    awaitConnections();
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

package dev.trestle.host.server;

import dev.trestle.host.container.ContainerSweep;
import dev.trestle.host.session.Session;
import dev.trestle.protocol.HostRequest;
import dev.trestle.protocol.HostState;
import dev.trestle.protocol.JsonRecords;
import dev.trestle.protocol.Protocol;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;

/**
 * The host. It reads one {@link HostRequest} line, prints one {@link HostState} line when it
 * listens, and lives until its standard input ends or its lease is over. When its standard input
 * says {@link Protocol#STAY}, it prints the state once more, and its input's end is no end for it.
 */
public final class HostMain {

  private final PrintStream out;
  private final HostServer server;
  private final StateFile stateFile;
  private final HostState state;

  private HostMain(PrintStream out, HostServer server, StateFile stateFile, HostState state) {
    this.out = out;
    this.server = server;
    this.stateFile = stateFile;
    this.state = state;
  }

  /** Starts the host; takes no arguments. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    PrintStream out = System.out;
    // A report must be made while the machine shuts down, and Log4j refuses to begin then.
    System.setProperty("log4j.shutdownHookEnabled", "false");
    System.setProperty("log4j2.shutdownHookEnabled", "false");
    // Whatever a library prints belongs into the log; the plugin reads the host's lines from
    // standard output.
    System.setOut(System.err);
    BufferedReader parent =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    String line = parent.readLine();
    if (line == null) {
      return;
    }
    HostRequest request = JsonRecords.read(line, HostRequest.class);
    if (request.protocol() != Protocol.VERSION) {
      System.err.println(ProtocolVersions.mismatch("plugin", request.protocol()));
      System.exit(1);
    }
    Session session = Session.open();
    WarmHost warm = new WarmHost(session);
    if (request.next() != null) {
      warm.standby().bootAhead(request.next());
    }
    // No method reference, which would load the engine's client for nothing.
    Session.sweep((engine, left) -> ContainerSweep.ofSession(engine, left));
    Lease lease = new Lease(Duration.ofSeconds(request.leaseSeconds()));
    HostServer server =
        HostServer.start(request.token(), session, warm, lease, Path.of(request.state()));
    StateFile stateFile = new StateFile(Path.of(request.state(), "host.json"));
    new HostMain(out, server, stateFile, state(request, server)).live(parent, lease);
  }

  private static HostState state(HostRequest request, HostServer server) {
    ProcessHandle self = ProcessHandle.current();
    return new HostState(
        Protocol.VERSION,
        server.address(),
        self.pid(),
        self.info().startInstant().orElse(Instant.now()).toString(),
        request.token(),
        request.engine(),
        false);
  }

  private void live(BufferedReader parent, Lease lease) throws IOException, InterruptedException {
    Runtime.getRuntime().addShutdownHook(new Thread(this::end, "host-end"));
    stateFile.writeUnlessTaken(state);
    print(state);
    lease.watch(() -> System.exit(0));
    if (isToldToStay(parent)) {
      stateFile.write(state.staying(true));
      stateFile.watch(() -> System.exit(0));
      print(state.staying(true));
      new CountDownLatch(1).await(); // until the lease is over, or somebody ends it
    }
    try {
      end();
    } finally {
      System.exit(0); // Whatever went wrong, a host without a parent goes.
    }
  }

  private void print(HostState known) {
    out.println(JsonRecords.write(known.withToken("")));
    out.flush();
  }

  private static boolean isToldToStay(BufferedReader parent) {
    try {
      for (String line = parent.readLine(); line != null; line = parent.readLine()) {
        if (line.equals(Protocol.STAY)) {
          return true;
        }
      }
    } catch (IOException e) {
      // A broken pipe means the same as its end.
    }
    return false;
  }

  private void end() {
    server.close();
    stateFile.delete();
  }
}

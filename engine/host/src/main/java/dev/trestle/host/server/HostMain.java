package dev.trestle.host.server;

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

/**
 * The host. It reads one {@link HostRequest} line, prints one {@link HostState} line when it
 * listens, and lives until its standard input ends or its lease is over.
 */
public final class HostMain {

  private HostMain() {}

  /** Starts the host; takes no arguments. */
  public static void main(String[] arguments) throws IOException {
    PrintStream out = System.out;
    // A report must be made while the machine shuts down, and Log4j refuses to begin then.
    System.setProperty("log4j.shutdownHookEnabled", "false");
    System.setProperty("log4j2.shutdownHookEnabled", "false");
    // Whatever a library prints belongs into the log; the plugin reads one line from standard
    // output.
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
    Session.sweep();
    HostServer server = HostServer.start(request.token(), Session.open());
    Path stateFile = Path.of(request.state(), "host.json");
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server, stateFile), "host-end"));
    ProcessHandle self = ProcessHandle.current();
    String startedAt = self.info().startInstant().orElse(Instant.now()).toString();
    StateFile.write(
        stateFile,
        new HostState(Protocol.VERSION, server.address(), self.pid(), startedAt, request.token()));
    out.println(
        JsonRecords.write(
            new HostState(Protocol.VERSION, server.address(), self.pid(), startedAt, "")));
    out.flush();
    new Lease(Duration.ofSeconds(request.leaseSeconds()), server::idle).watch(() -> System.exit(0));
    awaitEnd(parent);
    end(server, stateFile);
    System.exit(0);
  }

  private static void awaitEnd(BufferedReader parent) {
    try {
      while (parent.readLine() != null) {
        // The parent says nothing after its request; its end is what is waited for.
      }
    } catch (IOException e) {
      // A broken pipe means the same as its end.
    }
  }

  private static void end(HostServer server, Path stateFile) {
    server.close();
    StateFile.delete(stateFile);
  }
}

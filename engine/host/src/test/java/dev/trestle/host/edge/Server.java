package dev.trestle.host.edge;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A provider that answers one connection's first request with exactly this, and waits. */
final class Server implements AutoCloseable {

  private final ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  private final CompletableFuture<Void> end;

  Server(String answer) throws IOException {
    end =
        CompletableFuture.runAsync(
            () -> {
              try (Socket accepted = socket.accept();
                  Wire wire = new Wire(accepted)) {
                wire.hearHead();
                wire.say(answer);
                wire.hearAll();
              } catch (IOException e) {
                // The other end is gone, which is what it waits for.
              }
            });
  }

  int port() {
    return socket.getLocalPort();
  }

  /** Waits until the connection is over. */
  void awaitEnd() throws InterruptedException, ExecutionException, TimeoutException {
    end.get(20, TimeUnit.SECONDS);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}

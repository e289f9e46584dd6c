package dev.trestle.cornershop.kit.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A TCP relay on a free loopback port that can be cut and restored. */
public final class TestRelay implements AutoCloseable {
  private final ServerSocket server;
  private final int target;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile boolean cut;

  private TestRelay(ServerSocket server, int target) {
    this.server = server;
    this.target = target;
  }

  /** Relays to the port on loopback. */
  public static TestRelay to(int target) {
    try {
      ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
      TestRelay relay = new TestRelay(server, target);
      daemon(relay::accept);
      return relay;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The port to connect to. */
  public int port() {
    return server.getLocalPort();
  }

  /** Ends all connections and refuses new ones. */
  public void cut() {
    cut = true;
    open.forEach(TestRelay::close);
    open.clear();
  }

  /** Relays again. */
  public void restore() {
    cut = false;
  }

  @Override
  public void close() {
    cut();
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        connect(server.accept());
      } catch (IOException e) {
        // The relay was closed, or the target is away and the caller's connection shows it.
        cut |= server.isClosed();
      }
    }
  }

  private void connect(Socket from) throws IOException {
    if (cut) {
      from.close();
      return;
    }
    Socket to = new Socket(InetAddress.getLoopbackAddress(), target);
    open.add(from);
    open.add(to);
    daemon(() -> pump(from, to));
    daemon(() -> pump(to, from));
    if (cut) {
      cut();
    }
  }

  private void pump(Socket from, Socket to) {
    try (InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      in.transferTo(out);
    } catch (IOException e) {
      // Either side hung up, which ends the other one too.
      close(from);
    } finally {
      close(to);
      open.remove(from);
      open.remove(to);
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "test-relay");
    thread.setDaemon(true);
    thread.start();
  }
}

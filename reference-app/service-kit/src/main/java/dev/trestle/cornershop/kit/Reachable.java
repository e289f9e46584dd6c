package dev.trestle.cornershop.kit;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;

/** A cheap check that something listens; for what has no cheap question to ask. */
public final class Reachable {
  private static final int CONNECT_MILLIS = 1_000;
  // What accepts a connection only to close it says so within this time.
  private static final int STAY_MILLIS = 50;

  private Reachable() {}

  /**
   * Connects to the first of the addresses that accepts and does not hang up.
   *
   * @param dependency the name to give in the failure
   * @param addresses {@code host:port}, several separated by commas
   * @throws DependencyUnavailable when none accepts within a second
   */
  public static void check(String dependency, String addresses) {
    IOException last = new IOException("no address is given");
    for (String address : addresses.split(",")) {
      URI uri = URI.create("tcp://" + address.trim());
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress(uri.getHost(), uri.getPort()), CONNECT_MILLIS);
        if (stays(socket)) {
          return;
        }
        last = new IOException("the connection was closed at once");
      } catch (IOException e) {
        last = e;
      }
    }
    throw new DependencyUnavailable(dependency, "does not accept connections", last);
  }

  private static boolean stays(Socket socket) throws IOException {
    socket.setSoTimeout(STAY_MILLIS);
    try {
      return socket.getInputStream().read() >= 0;
    } catch (SocketTimeoutException e) {
      return true;
    }
  }
}

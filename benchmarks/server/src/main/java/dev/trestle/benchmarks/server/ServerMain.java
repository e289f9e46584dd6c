package dev.trestle.benchmarks.server;

import java.io.IOException;

/** Starts the shop on a free port, says which, and stops with its parent. */
public final class ServerMain {

  private ServerMain() {}

  /** Takes the port; 0 or none for a free one. */
  public static void main(String[] arguments) throws IOException {
    // Read once, when the server's classes load; without it small answers wait for an
    // acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    int port = arguments.length == 0 ? 0 : Integer.parseInt(arguments[0]);
    ShopServer server = ShopServer.start(port);
    System.out.println("Shop: " + server.address());
    while (System.in.read() >= 0) {
      // Whoever started the shop holds its standard input open; the end of it is the end.
    }
    System.exit(0);
  }
}

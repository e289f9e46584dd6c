package dev.trestle.host.edge;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;

/** Addresses of this machine. */
final class Loopback {

  private static final InetAddress ADDRESS = address();

  private Loopback() {}

  /** A port of 127.0.0.1; 0 for any free one. */
  static InetSocketAddress at(int port) {
    return new InetSocketAddress(ADDRESS, port);
  }

  private static InetAddress address() {
    try {
      return InetAddress.getByAddress("127.0.0.1", new byte[] {127, 0, 0, 1});
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e); // four bytes are an address
    }
  }
}

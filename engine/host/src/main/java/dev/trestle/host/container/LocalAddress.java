package dev.trestle.host.container;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;

/** Whether an engine that listens on TCP is on this machine. */
final class LocalAddress {

  private LocalAddress() {}

  static boolean isLocal(String uri) {
    if (uri.startsWith("npipe:")) {
      return true;
    }
    try {
      String host = URI.create(uri).getHost();
      return host != null && InetAddress.getByName(host).isLoopbackAddress();
    } catch (IllegalArgumentException | UnknownHostException e) {
      return false;
    }
  }
}

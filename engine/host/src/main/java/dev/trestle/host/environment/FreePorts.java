package dev.trestle.host.environment;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.function.IntSupplier;

/**
 * Free loopback ports, none given twice. They lie below the range from which systems take the ports
 * of outgoing connections, so that nobody takes one between its choice and its use.
 */
final class FreePorts implements IntSupplier {

  private static final int FIRST = 20_000;
  private static final int LAST = 32_000;
  private static final int TRIES = 10_000;

  private final Random random;
  private final Set<Integer> given = new HashSet<>();

  FreePorts(Random random) {
    this.random = random;
  }

  @Override
  public synchronized int getAsInt() {
    for (int i = 0; i < TRIES; i++) {
      int port = FIRST + random.nextInt(LAST - FIRST);
      if (given.add(port) && isFree(port)) {
        return port;
      }
    }
    throw new EnvironmentException(
        "No free port was found between %d and %d on 127.0.0.1.%n".formatted(FIRST, LAST)
            + "%d ports were tried.%n".formatted(TRIES)
            + "See which programs listen there: ss -ltnp%n".formatted()
            + "End those that are left over and run again.");
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }
}

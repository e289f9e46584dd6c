package dev.trestle.host.session;

import java.io.IOException;
import java.nio.file.Path;

/** A host for tests: starts a process, writes it down, tells its id, and waits to be killed. */
final class DyingHost {

  private DyingHost() {}

  public static void main(String[] arguments) throws IOException {
    Session session = Session.open(Path.of(arguments[0]));
    Process child = new ProcessBuilder("sh", "-c", "sleep 300 & wait").start();
    session.record(child.toHandle());
    System.out.println(child.pid());
    System.out.flush();
    if (System.in.read() < 0) {
      session.close();
    }
  }
}

package dev.trestle.host.standin;

import java.io.IOException;

/** Starts a process whose output goes to its service's log and whose id is written down. */
@FunctionalInterface
public interface ProcessStarter {

  /**
   * Starts a process.
   *
   * @param builder command, environment and folder
   * @throws IOException when it cannot be started
   */
  Process start(ProcessBuilder builder) throws IOException;
}

package dev.trestle.cornershop.kit;

import io.javalin.util.JavalinBindException;
import java.util.function.Function;

/** Starts a service as a process of its own. */
public final class Launch {
  private Launch() {}

  /**
   * Reads the configuration, starts the service and stops it on SIGTERM; a bad environment or a
   * taken port ends the process with exit code 1 and one message.
   */
  public static <C> void service(
      Function<Environment, C> configuration, Function<C, WebService.Running> start) {
    try {
      WebService.Running running = start.apply(Environment.read(System.getenv(), configuration));
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(running), "stop"));
    } catch (Environment.BadEnvironment | JavalinBindException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  // A service that was asked to stop and did has succeeded; the JVM alone would say 143.
  private static void stop(WebService.Running running) {
    running.close();
    Runtime.getRuntime().halt(0);
  }
}

package dev.trestle.host.server;

import dev.trestle.host.container.ContainerSweep;
import dev.trestle.host.container.EngineSearch;
import dev.trestle.host.session.Session;
import dev.trestle.protocol.JsonRecords;
import dev.trestle.protocol.Swept;
import java.nio.file.Path;

/** Cleans up after killed hosts and prints one {@link Swept} line; what lives is left alone. */
public final class CleanMain {

  private CleanMain() {}

  private static int sweep() {
    int sessions = Session.sweep(ContainerSweep::ofSession);
    Path home = Path.of(System.getProperty("user.home"));
    int containers =
        new EngineSearch(System.getenv(), home)
            .find()
            .engine()
            .map(engine -> ContainerSweep.ofDeadHosts(engine).size())
            .orElse(0);
    return sessions + containers;
  }

  /** Sweeps; takes no arguments. */
  public static void main(String[] arguments) {
    System.out.println(JsonRecords.write(new Swept(sweep())));
  }
}

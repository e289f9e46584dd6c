package dev.trestle.host.server;

import dev.trestle.host.session.Session;
import dev.trestle.protocol.JsonRecords;
import dev.trestle.protocol.Swept;

/** Cleans up after killed hosts and prints one {@link Swept} line; what lives is left alone. */
public final class CleanMain {

  private CleanMain() {}

  /** Sweeps; takes no arguments. */
  public static void main(String[] arguments) {
    System.out.println(JsonRecords.write(new Swept(Session.sweep())));
  }
}

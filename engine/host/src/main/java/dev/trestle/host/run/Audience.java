package dev.trestle.host.run;

import dev.trestle.protocol.RunEvent;
import java.util.function.Consumer;

/** Whoever listens at the moment to an environment that outlives its listeners. */
final class Audience implements Consumer<RunEvent> {

  private static final Consumer<RunEvent> NOBODY = event -> {};

  private volatile Consumer<RunEvent> listener = NOBODY;

  /** From now on this listener hears what happens. */
  void is(Consumer<RunEvent> next) {
    listener = next;
  }

  /** From now on nobody does. */
  void leaves() {
    listener = NOBODY;
  }

  @Override
  public void accept(RunEvent event) {
    listener.accept(event);
  }
}

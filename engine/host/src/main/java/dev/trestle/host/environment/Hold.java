package dev.trestle.host.environment;

import dev.trestle.host.compose.ComposeService;
import dev.trestle.host.session.Signal;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Holds the process of one service, and lets it go on. */
final class Hold {

  private @Nullable Process held;

  /** Holds a process. */
  synchronized void on(Process process, ComposeService service) throws StartFailure {
    try {
      Signal.STOP.send(process.toHandle());
      held = process;
    } catch (IOException e) {
      throw new StartFailure(
          "Service '%s' could not be paused.%n%s%n".formatted(service.name(), e.getMessage())
              + "It is defined in %s.%n".formatted(service.position())
              + "Stop it instead, or cut the connections to it.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartFailure("The pause of service '" + service.name() + "' was interrupted.");
    }
  }

  /** Lets the held process go on, if there is one; one that is gone needs no more. */
  synchronized void off() {
    Process process = held;
    held = null;
    if (process == null || !process.isAlive()) {
      return;
    }
    try {
      Signal.CONT.send(process.toHandle());
    } catch (IOException e) {
      process.destroyForcibly(); // it would never end by itself
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

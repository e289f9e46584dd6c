package dev.trestle.host.run;

import dev.trestle.host.compose.ComposeException;
import dev.trestle.host.environment.EnvironmentException;
import dev.trestle.protocol.RunEvent;
import dev.trestle.protocol.RunEvent.RunAborted.Kind;
import java.io.IOException;
import java.lang.System.Logger;
import java.util.function.Consumer;

/** Carries something out; when it cannot be, the last event says whose the cause is and why. */
public final class Attempt {

  private static final Logger LOG = System.getLogger(Attempt.class.getName());

  /** What is carried out. */
  @FunctionalInterface
  public interface Work {
    /** Does it. */
    void run() throws IOException, InterruptedException;
  }

  private Attempt() {}

  /**
   * Carries it out.
   *
   * @param work what is carried out
   * @param events hears of the reason why it cannot be
   */
  public static void at(Work work, Consumer<RunEvent> events) {
    try {
      work.run();
    } catch (ComposeException e) {
      abort(Kind.PROJECT, e, events);
    } catch (EnvironmentException e) {
      abort(e.isOfMachine() ? Kind.MACHINE : Kind.PROJECT, e, events);
    } catch (RunAbortedException e) {
      abort(e.kind(), e, events);
    } catch (IOException | RuntimeException e) {
      abort(Kind.MACHINE, e, events);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      abort(Kind.MACHINE, e, events);
    }
  }

  private static void abort(Kind kind, Exception cause, Consumer<RunEvent> events) {
    // An interrupt ended the start; it must not end the telling too.
    boolean interrupted = Thread.interrupted();
    LOG.log(Logger.Level.INFO, "The start or run was aborted.", cause);
    String message = cause.getMessage() == null ? cause.toString() : cause.getMessage();
    events.accept(new RunEvent.RunAborted(kind, message));
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}

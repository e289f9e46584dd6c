package dev.trestle.host.container;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.exception.NotModifiedException;
import dev.trestle.protocol.Deadline;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The container engine, asked so that its refusals become messages. */
final class Engine {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration BETWEEN_PINGS = Duration.ofSeconds(10);

  private final EngineAddress address;
  private final DockerClient client;
  private volatile @Nullable Deadline silentUntil;

  private Engine(EngineAddress address, DockerClient client) {
    this.address = address;
    this.client = client;
  }

  /** Connects; the engine has just answered a ping. */
  static Engine connect(EngineAddress address) {
    return new Engine(address, TrestleEngine.at(address).getDockerClient());
  }

  EngineAddress address() {
    return address;
  }

  DockerClient client() {
    return client;
  }

  /**
   * Asks for something.
   *
   * @param what what is asked for, as a message begins with it: "The network 'x' was not created."
   * @param advice where to look and what to do
   */
  <T> T ask(Function<DockerClient, T> question, String what, String advice)
      throws ContainerException {
    try {
      return question.apply(client);
    } catch (RuntimeException e) {
      throw refused(what, e, advice);
    }
  }

  /** The message of a refusal. */
  ContainerException refused(String what, RuntimeException e, String advice) {
    return new ContainerException("%s%n%s%n%s".formatted(what, reason(e), advice), isGone(e));
  }

  /** What the engine says, or that it says nothing. */
  String reason(RuntimeException e) {
    return isGone(e)
        ? "The engine at %s does not answer: %s".formatted(address, text(e))
        : "The engine at %s says: %s".formatted(address, text(e));
  }

  /** Whether it is the way to the engine that failed, rather than what was asked for. */
  static boolean isGone(RuntimeException e) {
    if (e instanceof DockerException) {
      return false;
    }
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException) {
        return true;
      }
    }
    return false;
  }

  /**
   * Removes or ends something, which may be gone or ended; what cannot be removed in time is swept
   * later.
   */
  boolean isDone(Runnable removal) {
    return isDone(Duration.ZERO, removal);
  }

  /**
   * The same for what takes its time.
   *
   * @param time how long it may take when the engine answers
   */
  boolean isDone(Duration time, Runnable removal) {
    return bounded(time.plus(PATIENCE), () -> removed(removal), false);
  }

  /** Removes a container with its anonymous volumes, by its id or name. */
  boolean isRemoved(String container) {
    return isDone(
        () -> client.removeContainerCmd(container).withForce(true).withRemoveVolumes(true).exec());
  }

  private static boolean removed(Runnable removal) {
    try {
      removal.run();
      return true;
    } catch (NotFoundException | NotModifiedException e) {
      return true;
    } catch (RuntimeException e) {
      return false;
    }
  }

  /**
   * Asks for what can be done without. The client waits for an engine that hangs without end, and
   * nobody waits here for one that was silent until it answers again.
   *
   * @param otherwise the result when the engine is silent, or this thread is interrupted
   */
  <T> T bounded(Duration bound, Callable<T> question, T otherwise) {
    if (isSilent()) {
      return otherwise;
    }
    FutureTask<T> task = new FutureTask<>(question);
    Thread thread = new Thread(task, "engine-bounded");
    thread.setDaemon(true);
    thread.start();
    try {
      return task.get(bound.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      silentUntil = Deadline.in(BETWEEN_PINGS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException failure
          ? failure
          : new IllegalStateException(e.getCause());
    }
    task.cancel(true);
    return otherwise;
  }

  private boolean isSilent() {
    Deadline until = silentUntil;
    if (until == null || !until.isOver()) {
      return until != null;
    }
    try {
      Ping.of(address);
      silentUntil = null;
      return false;
    } catch (IOException e) {
      silentUntil = Deadline.in(BETWEEN_PINGS);
      return true;
    }
  }

  private static String text(RuntimeException e) {
    Throwable cause = e;
    while (cause.getCause() != null && !(cause instanceof DockerException)) {
      cause = cause.getCause();
    }
    String message = cause.getMessage() == null ? cause.toString() : cause.getMessage();
    return message
        .replaceFirst("^Status \\d+: ", "")
        .replaceFirst("^\\{\"message\":\"(.*)\"}\\s*$", "$1")
        .replace("\\n", " ")
        .replace("\\\"", "\"")
        .strip();
  }
}

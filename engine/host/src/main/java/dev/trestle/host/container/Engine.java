package dev.trestle.host.container;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import java.util.function.Function;

/** The container engine, asked so that its refusals become messages. */
final class Engine {

  private final EngineAddress address;
  private final DockerClient client;

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
    return new ContainerException("%s%n%s%n%s".formatted(what, reason(e), advice));
  }

  /** What the engine says, or that it says nothing. */
  String reason(RuntimeException e) {
    if (e instanceof DockerException) {
      return "The engine at %s says: %s".formatted(address, text(e));
    }
    return "The engine at %s does not answer: %s".formatted(address, text(e));
  }

  /** Removes something, which may be gone; what cannot be removed now is swept later. */
  static boolean isDone(Runnable removal) {
    try {
      removal.run();
      return true;
    } catch (NotFoundException e) {
      return true;
    } catch (RuntimeException e) {
      return false;
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

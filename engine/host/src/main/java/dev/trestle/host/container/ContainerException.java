package dev.trestle.host.container;

/** Something does not go in containers; the message has the four parts. */
public final class ContainerException extends Exception {

  private static final long serialVersionUID = 1L;

  ContainerException(String message) {
    super(message);
  }
}

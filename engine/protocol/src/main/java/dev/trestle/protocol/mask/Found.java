package dev.trestle.protocol.mask;

/** Takes the secrets that were found. */
@FunctionalInterface
public interface Found {

  /**
   * Takes a secret.
   *
   * @param value the secret
   * @param chosen whether its name is that of a secret which a person chose, such as a password
   */
  void accept(String value, boolean chosen);
}

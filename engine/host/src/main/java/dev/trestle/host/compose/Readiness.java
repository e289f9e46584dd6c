package dev.trestle.host.compose;

import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How a service is known to be ready. */
public sealed interface Readiness {

  /** How long to wait, null when the file does not say. */
  @Nullable Duration timeout();

  /** Where it is written. */
  Position position();

  /**
   * A GET request is answered.
   *
   * @param path the path, with its leading slash
   * @param port the port of the service, null for its only one
   * @param status the status that means ready, null for any from 200 to 299
   * @param timeout how long to wait, null when the file does not say
   * @param position where it is written
   */
  record Http(
      String path,
      @Nullable Integer port,
      @Nullable Integer status,
      @Nullable Duration timeout,
      Position position)
      implements Readiness {}

  /**
   * A port takes connections.
   *
   * @param port the port of the service
   * @param timeout how long to wait, null when the file does not say
   * @param position where it is written
   */
  record Port(int port, @Nullable Duration timeout, Position position) implements Readiness {}

  /**
   * A line of the log matches.
   *
   * @param pattern what is found in the line
   * @param timeout how long to wait, null when the file does not say
   * @param position where it is written
   */
  record Log(Pattern pattern, @Nullable Duration timeout, Position position) implements Readiness {}

  /**
   * As if nothing were said, and for so long.
   *
   * @param timeout how long to wait
   * @param position where it is written
   */
  record Usual(Duration timeout, Position position) implements Readiness {}
}

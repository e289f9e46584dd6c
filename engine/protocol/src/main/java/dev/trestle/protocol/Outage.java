package dev.trestle.protocol;

/**
 * A real outage, which touches every scenario that runs beside it; the host undoes it at the end of
 * the scenario that asked for it.
 *
 * @param traceId the scenario's trace id
 * @param event what happens
 * @param where the step that asked for it as {@code file.feature:line}, empty when no step did
 */
public record Outage(String traceId, Event event, String where) {

  /** One that no step asks for. */
  public Outage(String traceId, Event event) {
    this(traceId, event, "");
  }

  /** What happens to a service or a connection. */
  public sealed interface Event {}

  /**
   * A service ends, as if its machine went down in good order.
   *
   * @param service its name
   */
  public record Stopped(String service) implements Event {}

  /**
   * A service does nothing more, and its connections stay open.
   *
   * @param service its name
   */
  public record Paused(String service) implements Event {}

  /**
   * A service ends and is brought back; the call returns when it is ready.
   *
   * @param service its name
   */
  public record Restarted(String service) implements Event {}

  /**
   * A service that was stopped or paused is brought back; the call returns when it is ready.
   *
   * @param service its name
   */
  public record Back(String service) implements Event {}

  /**
   * All connections of an edge are cut, and new ones too.
   *
   * @param consumer who connects
   * @param provider who is connected to
   */
  public record Cut(String consumer, String provider) implements Event {}

  /**
   * What the provider says on an edge arrives late.
   *
   * @param consumer who connects
   * @param provider who is connected to
   * @param millis how late, in milliseconds
   */
  public record Slowed(String consumer, String provider, long millis) implements Event {}

  /**
   * The connections of an edge are well again.
   *
   * @param consumer who connects
   * @param provider who is connected to
   */
  public record Mended(String consumer, String provider) implements Event {}
}

package dev.trestle.protocol;

import org.jspecify.annotations.Nullable;

/**
 * A rule on an edge that changes interactions of one scenario.
 *
 * @param traceId the scenario's trace id, 32 lower-case hexadecimal digits
 * @param consumer who calls
 * @param provider who is called
 * @param method the HTTP method it applies to, null for any
 * @param pathPattern a regular expression for the whole path, null for any
 * @param times how many interactions it changes, 0 for all
 * @param effect what happens to them
 */
public record Fault(
    String traceId,
    String consumer,
    String provider,
    @Nullable String method,
    @Nullable String pathPattern,
    int times,
    Effect effect) {

  /** What a fault does to an interaction. */
  public sealed interface Effect {}

  /**
   * The provider is not asked; the consumer gets this answer.
   *
   * @param status the HTTP status
   * @param contentType the media type of the body
   * @param body the body
   */
  public record Answer(int status, String contentType, String body) implements Effect {}

  /**
   * The provider is asked, and its answer comes late.
   *
   * @param millis the delay in milliseconds
   */
  public record Delay(long millis) implements Effect {}

  /** The connection is reset instead of an answer. */
  public record Reset() implements Effect {}
}

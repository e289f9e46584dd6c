package dev.trestle.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule on an edge that changes interactions of one scenario.
 *
 * @param traceId the scenario's trace id, 32 lower-case hexadecimal digits
 * @param consumer who calls
 * @param provider who is called
 * @param calls the calls that it applies to, as {@link CallPattern} reads them, null for all
 * @param skipped how many interactions pass unharmed before the first that it changes
 * @param times how many interactions it changes, 0 for all
 * @param effect what happens to them
 * @param where the step that set it as {@code file.feature:line}, empty when no step did
 */
public record Fault(
    String traceId,
    String consumer,
    String provider,
    @Nullable String calls,
    int skipped,
    int times,
    Effect effect,
    String where) {

  /** One that no step sets. */
  public Fault(
      String traceId,
      String consumer,
      String provider,
      @Nullable String calls,
      int skipped,
      int times,
      Effect effect) {
    this(traceId, consumer, provider, calls, skipped, times, effect, "");
  }

  /** What a fault does to an interaction. */
  public sealed interface Effect {}

  /**
   * The provider is not asked; the consumer gets this answer.
   *
   * @param status the HTTP status
   * @param contentType the media type of the body
   * @param body the body
   */
  public record Answer(int status, String contentType, String body) implements Effect {

    /** Refuses a status that no final response has. */
    public Answer {
      requireFinal(status);
    }
  }

  /** A response with 1xx is followed by another one, and 101 ends HTTP on its connection. */
  private static void requireFinal(int status) {
    if (status < 200 || status > 599) {
      throw new IllegalArgumentException(
          "The status of a response that a fault gives is from 200 to 599, not " + status + ".");
    }
  }

  /**
   * The provider is asked, and its answer comes late.
   *
   * @param millis the delay in milliseconds
   */
  public record Delay(long millis) implements Effect {}

  /** The provider is not asked, and the consumer gets no answer, however long it waits. */
  public record Silence() implements Effect {}

  /** The provider is not asked; the connection is reset. */
  public record Refusal() implements Effect {}

  /** The provider is asked; the connection is reset in place of its answer. */
  public record Reset() implements Effect {}

  /** The provider is asked; the connection is reset after the first half of its answer's body. */
  public record CutShort() implements Effect {}

  /** The provider gets the request twice; the consumer gets the first of its answers. */
  public record Twice() implements Effect {}

  /**
   * The provider is asked, and its answer changed.
   *
   * @param change what is changed
   * @param detail the media type, or the field as a JSON path such as {@code $.lines[0].net}; else
   *     empty
   */
  public record Changed(Change change, String detail) implements Effect {}

  /** What can be changed of an answer. */
  public enum Change {
    /** The body breaks off in the middle, and its length says so: JSON that cannot be read. */
    MALFORMED,
    /** The body is empty. */
    EMPTY,
    /** The body has another media type. */
    CONTENT_TYPE,
    /** A field is missing. */
    FIELD_MISSING,
    /** A field is null. */
    FIELD_NULL,
    /** A field has another type. */
    FIELD_RETYPED,
    /** A field has another name. */
    FIELD_RENAMED,
    /** A number is one too high: one unit of its last digit. */
    FIELD_PLUS_ONE
  }

  /**
   * The provider is asked, and a field of its answer has another value.
   *
   * @param field the field as a JSON path such as {@code $.lines[*].status}
   * @param values values in JSON; the first that the field does not have is taken
   */
  public record Swapped(String field, List<String> values) implements Effect {}

  /**
   * The provider is asked, and its answer has another status.
   *
   * @param from the status that is changed; an answer with another passes unharmed
   * @param to the status that the consumer sees
   */
  public record Restated(int from, int to) implements Effect {

    /** Refuses a status that no final response has. */
    public Restated {
      requireFinal(to);
    }
  }

  /**
   * The provider is asked, and the consumer gets what it answered another time.
   *
   * @param status the status that is changed; an answer with another passes unharmed
   * @param contentType the media type of the body
   * @param body the older body
   */
  public record Replaced(int status, String contentType, String body) implements Effect {}

  /**
   * The faults of a scenario that end before it.
   *
   * @param traceId the scenario's trace id
   * @param consumer who calls
   * @param provider who is called
   */
  public record Lifted(String traceId, String consumer, String provider) {}
}

package dev.trestle.cornershop.kit;

import dev.trestle.cornershop.kit.Problem.FieldError;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects everything that is wrong with a request before refusing it. */
public final class Validation {
  private final List<FieldError> errors = new ArrayList<>();

  /** Requires the field to be there. */
  public Validation required(String pointer, @Nullable Object value) {
    return check(value != null, pointer, "is missing");
  }

  /** Requires the field to be there and not blank. */
  public Validation text(String pointer, @Nullable String value) {
    required(pointer, value);
    return check(value == null || !value.isBlank(), pointer, "must not be blank");
  }

  /** Requires the number to be there and within the bounds, both included. */
  public Validation between(String pointer, @Nullable Number value, long least, long most) {
    required(pointer, value);
    boolean holds = value == null || (value.longValue() >= least && value.longValue() <= most);
    return check(
        holds,
        pointer,
        most == Long.MAX_VALUE
            ? "must be at least " + least
            : "must be from " + least + " to " + most);
  }

  /** Requires the text to be there and to match the pattern; the detail says what was expected. */
  public Validation matches(
      String pointer, @Nullable String value, String pattern, String expected) {
    required(pointer, value);
    return check(value == null || value.matches(pattern), pointer, "must be " + expected);
  }

  /** Records an error unless the condition holds. */
  public Validation check(boolean holds, String pointer, String detail) {
    if (!holds) {
      errors.add(new FieldError(pointer, detail));
    }
    return this;
  }

  /** Refuses the request with a 400 when anything was wrong. */
  public void orThrow() {
    if (!errors.isEmpty()) {
      throw Problem.badRequest(errors);
    }
  }
}

package dev.trestle.steps.core.json;

import dev.trestle.steps.core.StepFailure;
import java.util.List;

/** What a check of JSON is about: where it comes from, and how a failure tells of it. */
public interface JsonSubject {

  /** The first words of a message about a value in it, such as {@code The response}. */
  String name();

  /** The first words of a message about the whole, such as {@code The response body}. */
  String whole();

  /**
   * The document.
   *
   * @throws StepFailure when it is not JSON
   */
  JsonDocument document();

  /** A failure with what this is as evidence. */
  StepFailure failure(String what);

  /** A failure with what was expected and what is there side by side. */
  StepFailure mismatch(String what, List<String> expected, List<String> actual);
}

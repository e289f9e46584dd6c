package dev.trestle.steps.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.trestle.steps.core.ScenarioScope;
import dev.trestle.steps.core.StepFailure;
import dev.trestle.steps.core.compare.SideBySide;
import dev.trestle.steps.core.json.JsonDocument;
import dev.trestle.steps.core.json.JsonSubject;
import dev.trestle.steps.core.json.NotJson;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** JSON of a value or a file. */
final class JsonText implements JsonSubject {

  private static final int LONGEST_QUOTE = 500;

  private final String named;
  private final String text;
  private final ScenarioScope scope;
  private @Nullable JsonDocument json;

  /**
   * A text.
   *
   * @param named what it is within a sentence, such as {@code the value 'cart'}
   */
  JsonText(String named, String text, ScenarioScope scope) {
    this.named = named;
    this.text = text;
    this.scope = scope;
  }

  @Override
  public String name() {
    return "The JSON of " + named;
  }

  @Override
  public String whole() {
    return name();
  }

  @Override
  public JsonDocument document() {
    JsonDocument parsed = json;
    if (parsed == null) {
      parsed = parse();
      json = parsed;
    }
    return parsed;
  }

  private JsonDocument parse() {
    try {
      return JsonDocument.parse(text);
    } catch (JsonProcessingException e) {
      throw failure("What is " + named + " is not JSON: " + NotJson.reason(e) + ".").causedBy(e);
    }
  }

  @Override
  public StepFailure mismatch(String what, List<String> expected, List<String> actual) {
    return told(what, SideBySide.of(expected, actual));
  }

  @Override
  public StepFailure failure(String what) {
    String quote = text.length() > LONGEST_QUOTE ? text.substring(0, LONGEST_QUOTE) + " …" : text;
    return told(what, "It is: " + quote.strip());
  }

  private StepFailure told(String what, String evidence) {
    return StepFailure.of(what)
        .evidence(evidence)
        .look("Look at " + scope.where() + ", and at where " + named + " comes from.")
        .fix("Correct what made it, or what the step expects.");
  }
}

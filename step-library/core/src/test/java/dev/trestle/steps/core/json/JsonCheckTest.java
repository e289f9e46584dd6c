package dev.trestle.steps.core.json;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.trestle.steps.core.StepFailure;
import dev.trestle.steps.core.TestScope;
import dev.trestle.steps.core.compare.Pair;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class JsonCheckTest {

  private static final String TEXT = "{\"email\": \"ada@shop.example\", \"password\": \"hunter2\"}";

  private final TestScope scope = TestScope.open();
  private final JsonCheck check = new JsonCheck(new Subject(), scope.scope());

  @AfterEach
  void close() {
    scope.close();
  }

  @Test
  void a_failure_shows_no_value_whose_name_is_that_of_a_secret() {
    assertThatThrownBy(() -> check.is("$.password", "correct horse"))
        .hasMessageContaining("The value at '$.password' is ***** (7 characters, #")
        .hasMessageNotContainingAny("hunter2", "correct horse");
    assertThatThrownBy(
            () -> check.has(List.of(new Pair("$.password", "x-y-z"), new Pair("$.email", "ben"))))
        .hasMessageContaining("$.password  ***** (7 characters, #")
        .hasMessageContaining("$.email  ada@shop.example")
        .hasMessageNotContainingAny("hunter2", "x-y-z");
  }

  @Test
  void a_secret_is_compared_as_it_is() {
    assertThatCode(() -> check.is("$.password", "hunter2")).doesNotThrowAnyException();
    assertThatThrownBy(() -> check.isNot("$.password", "hunter2"))
        .hasMessageContaining("), and must not be.");
  }

  private static final class Subject implements JsonSubject {

    @Override
    public String name() {
      return "The value";
    }

    @Override
    public String whole() {
      return "The value";
    }

    @Override
    public JsonDocument document() {
      try {
        return JsonDocument.parse(TEXT);
      } catch (JsonProcessingException e) {
        throw new AssertionError(e);
      }
    }

    @Override
    public StepFailure failure(String what) {
      return StepFailure.of(what).evidence("None.").fix("Correct it.");
    }

    @Override
    public StepFailure mismatch(String what, List<String> expected, List<String> actual) {
      return StepFailure.of(what).evidence(expected + "\n" + actual).fix("Correct it.");
    }
  }
}

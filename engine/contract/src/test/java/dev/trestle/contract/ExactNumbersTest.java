package dev.trestle.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers of documents and bodies are exact, and are written as they came. */
final class ExactNumbersTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "7",
        "-7",
        "0.1",
        "100.00",
        "-0.10",
        "1E+2",
        "1.50e-7",
        "9223372036854775807",
        "9223372036854775808",
        "12345678901234567890.123456789",
        "0.1000000000000000055511151231257827"
      })
  void a_number_of_a_document_is_exact(String number) throws IOException {
    for (String text : List.of("n: " + number + "\n", "{\"n\": " + number + "}")) {
      JsonNode read = YamlText.read(text).path("n");
      assertThat(read.isNumber()).as(text).isTrue();
      assertThat(read.decimalValue()).as(text).isEqualTo(new BigDecimal(number));
    }
  }

  @Timeout(10)
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "minimum: 9223372036854775807 | 9223372036854775807 |",
        "minimum: 9223372036854775807 | 9223372036854775806 | 9223372036854775806",
        "maximum: 9223372036854775807 | 9223372036854775807 |",
        "maximum: 9223372036854775807 | 9223372036854775808 | 9223372036854775808",
        "minimum: 9007199254740993 | 9007199254740992.5 | 9007199254740992.5",
        "maximum: 0.1 | 0.1 |",
        "maximum: 0.1 | 0.1000000000000000055 | 0.1000000000000000055",
        "minimum: 0.1 | 0.0999999999999999999 | 0.0999999999999999999",
        "minimum: 100.00 | 1E+2 |",
        "maximum: 1E+2 | 100.00 |",
        "maximum: 1E+2 | 100.01 | 100.01",
        "maximum: 99.99 | 100.00 | 100.00",
        "multipleOf: 0.1 | 0.3 |",
        "multipleOf: 0.1 | 12345678901234567.1 |",
        "multipleOf: 0.01 | 19.99 |",
        "multipleOf: 0.01 | 100.00 |",
        "multipleOf: 0.01 | 0.30000000000000001 | 0.30000000000000001",
        "multipleOf: 3 | 9223372036854775806 | ",
        "multipleOf: 2 | 9223372036854775807 | 9223372036854775807",
        "const: 100.00 | 1E+2 |",
        "const: 9007199254740993 | 9007199254740992 | 9007199254740992",
        "multipleOf: 0.0001 | 1e999999999 |",
        "multipleOf: 3 | 1e999999999 | 1E+999999999",
        "multipleOf: 1e-3 | 1e-999999999 | 1E-999999999",
        "multipleOf: 0.5 | 0 |",
        "type: integer | 9223372036854775808 |",
        "type: integer | 1E+2 |",
        "type: integer | 100.00 |",
        "type: integer | 100.01 | 100.01",
        "type: integer | 1e999999999 |",
        "enum: [1.10] | 1.1 |",
        "maximum: 5 | 1e400 | 1E+400"
      })
  void a_bound_is_exact(String rule, String value, @Nullable String actual) throws IOException {
    for (String version : List.of("3.0.3", "3.1.0")) {
      List<Problem> problems = problems(version, rule, value);
      if (actual == null || isNoRuleOf(version, rule)) {
        assertThat(problems).as(version).isEmpty();
      } else {
        assertThat(problems).as(version).hasSize(1);
        assertThat(problems.get(0).actual()).as(version).startsWith(actual + " (");
      }
    }
  }

  private static boolean isNoRuleOf(String version, String rule) {
    return version.startsWith("3.0") && rule.startsWith("const");
  }

  private List<Problem> problems(String version, String rule, String value) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("api.yaml"),
            """
            openapi: %s
            paths:
              /n:
                get:
                  responses:
                    "200": { content: { application/json: { schema: { properties: { n: { %s } } } } } }
            """
                .formatted(version, rule));
    OpenApi api = OpenApi.read(file);
    String body = "{\"n\": " + value + "}";
    HttpMessage message =
        new HttpMessage(Map.of("content-type", "application/json"), body.length(), body);
    return api.checkResponse(api.find("GET", "/n").orElseThrow(), 200, message).problems();
  }
}

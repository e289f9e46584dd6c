package dev.trestle.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages by documents of both versions. */
final class AsyncApiTest {

  private static final Map<String, String> TRACED = Map.of("traceparent", "00-1-2-3-4-5");

  @ParameterizedTest
  @ValueSource(strings = {"2.6", "3.0"})
  void a_message_is_one_of_its_channels(String version) {
    assertThat(problems(version, TRACED, "{\"type\":\"confirmed\",\"total\":7}")).isEmpty();
    assertThat(problems(version, Map.of(), "{\"type\":\"cancelled\",\"reason\":\"x\"}")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2.6", "3.0"})
  void what_does_not_fit_is_told_by_the_message_that_fits_best(String version) {
    assertThat(
            problems(
                version,
                TRACED,
                "{\"type\":\"confirmed\",\"total\":\"7\",\"lines\":[{\"sku\":\"A\",\"x\":1}]}"))
        .extracting(Problem::pointer, Problem::problem, Problem::actual, Problem::where)
        .containsExactly(
            tuple(
                "/total",
                "wrong type",
                "\"7\" (string)",
                "/components/schemas/Confirmed/properties/total/type"),
            tuple(
                "/lines/0/x",
                "undocumented field",
                "1 (integer)",
                "/components/schemas/Confirmed/properties/lines/items/properties"));
    assertThat(problems(version, Map.of(), "{\"type\":\"confirmed\",\"total\":7}"))
        .extracting(Problem::pointer, Problem::problem)
        .containsExactly(tuple("header/traceparent", "missing field"));
    assertThat(problems(version, TRACED, "no JSON"))
        .extracting(Problem::problem)
        .containsExactly("malformed JSON");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2.6", "3.0"})
  void what_cannot_be_understood_is_unchecked(String version) {
    AsyncApi api = read(version);
    Fit unchecked = new Fit(List.of(), false);
    AsyncApi.Channel avro = api.channel("shop.north.stock").orElseThrow();
    assertThat(api.check(avro, Map.of(), "Obj")).isEqualTo(unchecked);
    AsyncApi.Channel xml = api.channel("xml").orElseThrow();
    assertThat(api.check(xml, Map.of(), "<x/>")).isEqualTo(unchecked);
    assertThat(api.channel("elsewhere")).isEmpty();
  }

  @Test
  void what_is_no_document_is_told(@TempDir Path folder) throws IOException {
    Path other = Files.writeString(folder.resolve("other.yaml"), "openapi: 3.1.0\n");
    assertThatThrownBy(() -> AsyncApi.read(other))
        .hasMessageStartingWith("The AsyncAPI document cannot be read.\n" + other)
        .hasMessageContaining("versions 2 and 3 are understood")
        .hasMessageContaining("x-trestle.asyncapi");
  }

  private static AsyncApi read(String version) {
    return AsyncApi.read(Path.of("src/test/asyncapi/orders-" + version + ".yaml"));
  }

  private static List<Problem> problems(
      String version, Map<String, String> headers, String payload) {
    AsyncApi api = read(version);
    Fit fit = api.check(api.channel("shop.orders").orElseThrow(), headers, payload);
    assertThat(fit.whole()).isTrue();
    return fit.problems();
  }
}

package dev.trestle.steps.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trestle.contract.Operation;
import dev.trestle.protocol.EnvironmentDescription;
import dev.trestle.protocol.ServiceDescription;
import dev.trestle.steps.core.TestScope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ApiDocumentTest {

  private static EnvironmentDescription environment(Path document) {
    return new EnvironmentDescription(
        "process",
        List.of(
            new ServiceDescription(
                "service",
                ServiceDescription.Kind.SERVICE,
                Map.of(),
                Map.of(ServiceDescription.OPENAPI, document.toString()))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"cart", "checkout", "identity", "inventory", "notification", "payment", "pricing"})
  void data_for_every_operation_of_cornershop_is_valid_and_can_be_made_invalid(String service) {
    Path document = Path.of("../../reference-app", service, "openapi.yaml").toAbsolutePath();
    try (TestScope test = TestScope.open(environment(document))) {
      List<Operation> operations = ApiDocument.read(document).all();
      assertThat(operations).isNotEmpty();
      for (Operation operation : operations) {
        OperationCall call = OperationCall.of(operation.name(), "service", List.of(), test.scope());
        call.media()
            .ifPresent(
                media -> {
                  JsonNode schema = media.getValue().path("schema");
                  assertThat(call.document().violations(schema, call.data().body()))
                      .as(operation.name())
                      .isEmpty();
                  assertThat(InvalidCalls.of(call, test.scope())).as(operation.name()).isNotEmpty();
                });
      }
    }
  }

  @Test
  void version_3_0_is_understood_with_its_own_keywords() {
    Path document = Path.of("src/test/openapi/old.yaml").toAbsolutePath();
    try (TestScope test = TestScope.open(environment(document))) {
      OperationCall call = OperationCall.of("setPrice", "service", List.of(), test.scope());
      JsonNode schema = call.media().orElseThrow().getValue().path("schema");
      JsonNode body = call.data().body();
      assertThat(call.document().violations(schema, body)).isEmpty();
      assertThat(body.path("amount").decimalValue()).isEqualByComparingTo("0.5");
      assertThat(InvalidCalls.of(call, test.scope()))
          .extracting(InvalidCall::what)
          .contains(
              "required field missing: $.since",
              "wrong format: $.since, no date",
              "value out of bounds: $.note, too short with 29 characters",
              "value out of bounds: $.colours, equal with 2 items",
              "value out of bounds: $.colours, too few with 1 items")
          .doesNotContain("wrong type: $.note, null");
    }
  }

  @Test
  void what_is_no_document_is_told(@TempDir Path folder) throws IOException {
    Path old = Files.writeString(folder.resolve("old.yaml"), "swagger: '2.0'\n");
    assertThatThrownBy(() -> ApiDocument.read(old))
        .hasMessageContaining("The OpenAPI document cannot be read.")
        .hasMessageContaining("version 3 is understood");
    assertThatThrownBy(() -> ApiDocument.read(folder.resolve("none.yaml")))
        .hasMessageContaining("none.yaml");
  }
}

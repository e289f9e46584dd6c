package dev.trestle.host.mutate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenApiEnumerationsTest {

  private static final String DOCUMENT =
      """
      openapi: 3.1.0
      paths:
        /orders/{id}:
          get:
            responses:
              200: { $ref: "#/components/responses/Order" }
              default:
                content:
                  application/problem+json:
                    schema: { properties: { code: { type: string, enum: [GONE, SHUT] } } }
      components:
        responses:
          Order:
            content:
              application/json:
                schema: { $ref: "#/components/schemas/Order" }
        schemas:
          Order:
            allOf:
              - { $ref: "#/components/schemas/Status" }
              - properties:
                  lines: { type: array, items: { properties: { unit: { enum: [kg, 1, piece] } } } }
                  self: { $ref: "#/components/schemas/Order" }
          Status: { properties: { status: { enum: [OPEN, PAID] }, name: { type: string } } }
          Loop: { $ref: "#/components/schemas/Loop" }
      """;

  @TempDir Path folder;
  private OpenApiEnumerations enumerations;

  @BeforeEach
  void read() throws IOException {
    Path good = Files.writeString(folder.resolve("orders.yaml"), DOCUMENT);
    Path bad = Files.writeString(folder.resolve("bad.yaml"), "a: [");
    enumerations =
        new OpenApiEnumerations(
            Map.of("orders", good, "bad", bad, "absent", folder.resolve("none.yaml")));
  }

  private List<String> of(String provider, int status, String field) {
    return enumerations.of(new Operation("cart", provider, "GET", "/orders/{id}", status), field);
  }

  @Test
  void are_found_through_references_parts_and_items() {
    assertThat(of("orders", 200, "$.status")).containsExactly("\"OPEN\"", "\"PAID\"");
    assertThat(of("orders", 200, "$.lines[*].unit")).containsExactly("\"kg\"", "\"piece\"");
    assertThat(of("orders", 200, "$.self.self.status")).containsExactly("\"OPEN\"", "\"PAID\"");
    assertThat(of("orders", 404, "$.code")).containsExactly("\"GONE\"", "\"SHUT\"");
  }

  @Test
  void are_none_where_the_document_lists_none_or_cannot_be_read() {
    assertThat(of("orders", 200, "$.name")).isEmpty();
    assertThat(of("orders", 200, "$.unknown.status")).isEmpty();
    assertThat(of("bad", 200, "$.status")).isEmpty();
    assertThat(of("absent", 200, "$.status")).isEmpty();
    assertThat(of("nobody", 200, "$.status")).isEmpty();
  }
}

package dev.trestle.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules of OpenAPI in which it says more than JSON Schema, one a row. */
class OpenApiRulesTest {

  private static final String COMPONENTS =
      """
      components:
        schemas:
          Person: { type: object, required: [name], properties: { name: { type: string } } }
          Firm: { type: object, required: [vat], properties: { vat: { type: string } } }
          Nothing: { type: object, nullable: true, properties: { x: { type: string } } }
      """;

  @TempDir private Path folder;

  private OpenApi api(String version, String operation) {
    try {
      return OpenApi.read(
          Files.writeString(
              folder.resolve("api.yaml"),
              "openapi: "
                  + version
                  + "\ninfo: { title: t, version: '1' }\npaths:\n  /a:\n    get: "
                  + operation
                  + "\n"
                  + COMPONENTS));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static HttpMessage json(String body) {
    return new HttpMessage(
        Map.of("content-type", "application/json"),
        body.getBytes(StandardCharsets.UTF_8).length,
        body);
  }

  private List<String> response(String version, String schema, String body) {
    OpenApi api =
        api(
            version,
            "{ responses: { '200': { content: { application/json: { schema: "
                + schema
                + " } } } } }");
    return api
        .checkResponse(api.find("GET", "/a").orElseThrow(), 200, json(body))
        .problems()
        .stream()
        .map(problem -> problem.pointer() + " " + problem.problem())
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "3.0.3 | {type: object, properties: {p: {nullable: true, allOf: [{$ref: '#/components/schemas/Person'}]}}} | {\"p\":null} | ``",
        "3.0.3 | {type: object, properties: {p: {nullable: true, oneOf: [{$ref: '#/components/schemas/Person'}, {$ref: '#/components/schemas/Firm'}]}}} | {\"p\":null} | ``",
        "3.0.3 | {type: object, properties: {p: {nullable: true, anyOf: [{$ref: '#/components/schemas/Person'}, {$ref: '#/components/schemas/Firm'}]}}} | {\"p\":null} | ``",
        "3.0.3 | {type: object, properties: {p: {type: object, nullable: true, oneOf: [{$ref: '#/components/schemas/Person'}]}}} | {\"p\":null} | ``",
        "3.0.3 | {type: object, properties: {p: {nullable: true, oneOf: [{$ref: '#/components/schemas/Person'}], discriminator: {propertyName: kind}}}} | {\"p\":null} | ``",
        "3.0.3 | {type: object, properties: {p: {oneOf: [{$ref: '#/components/schemas/Person'}, {$ref: '#/components/schemas/Nothing'}]}}} | {\"p\":null} | ``",
        "3.0.3 | {type: array, items: {nullable: true, oneOf: [{$ref: '#/components/schemas/Person'}, {$ref: '#/components/schemas/Firm'}]}} | [null] | ``",
        "3.0.3 | {type: object, properties: {l: {type: array, items: {nullable: true, allOf: [{$ref: '#/components/schemas/Person'}]}}}} | {\"l\":[null]} | ``",
        "3.0.3 | {nullable: true, oneOf: [{$ref: '#/components/schemas/Person'}, {$ref: '#/components/schemas/Firm'}]} | null | ``",
        "3.0.3 | {nullable: true, allOf: [{$ref: '#/components/schemas/Person'}]} | null | ``",
        "3.0.3 | {type: object, properties: {p: {oneOf: [{$ref: '#/components/schemas/Person'}, {$ref: '#/components/schemas/Firm'}]}}} | {\"p\":null} | /p fits no alternative",
        "3.0.3 | {type: object, properties: {p: {nullable: false, oneOf: [{$ref: '#/components/schemas/Person'}]}}} | {\"p\":null} | /p wrong type",
        "3.0.3 | {type: object, properties: {p: {nullable: true, oneOf: [{$ref: '#/components/schemas/Person'}, {$ref: '#/components/schemas/Firm'}]}}} | {\"p\":{\"no\":1}} | /p fits no alternative, /p/no undocumented field",
        "3.0.3 | {type: object, properties: {p: {nullable: true, oneOf: [{$ref: '#/components/schemas/Person'}, {$ref: '#/components/schemas/Firm'}]}}} | {\"p\":7} | /p fits no alternative",
        "3.1.0 | {type: object, properties: {p: {oneOf: [{$ref: '#/components/schemas/Person'}, {type: 'null'}]}}} | {\"p\":null} | ``",
        "3.1.0 | {type: object, properties: {p: {type: [string, 'null'], enum: [a, null]}}} | {\"p\":null} | ``",
        "3.1.0 | {type: object, properties: {p: {type: [string, 'null'], enum: [a]}}} | {\"p\":null} | /p value not listed"
      })
  void null_and_alternatives(String version, String schema, String body, String problems) {
    assertThat(String.join(", ", response(version, schema, body))).isEqualTo(problems);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "{name: q, in: query, allowEmptyValue: true, schema: {type: boolean}} | /a?q= | ``",
        "{name: q, in: query, allowEmptyValue: true, schema: {type: boolean}} | /a?q | ``",
        "{name: q, in: query, allowEmptyValue: true, schema: {type: boolean}} | /a?q=true | ``",
        "{name: q, in: query, allowEmptyValue: true, schema: {type: boolean}} | /a?q=maybe | query/q wrong type",
        "{name: q, in: query, schema: {type: boolean}} | /a?q= | query/q wrong type",
        "{name: q, in: query, allowEmptyValue: true, required: true, schema: {type: boolean}} | /a | query/q missing parameter",
        "{name: Accept, in: header, required: true, schema: {type: string, enum: [text/html]}} | /a | ``",
        "{name: content-type, in: header, required: true, schema: {type: string, enum: [text/html]}} | /a | ``",
        "{name: Authorization, in: header, required: true, schema: {type: string}} | /a | ``",
        "{name: X-Tenant, in: header, required: true, schema: {type: string}} | /a | header/X-Tenant missing parameter",
        "{name: ids, in: query, schema: {type: array, items: {type: integer}}} | /a?ids=1&ids=2 | ``",
        "{name: ids, in: query, explode: false, schema: {type: array, items: {type: integer}}} | /a?ids=1,2 | ``",
        "{name: f, in: query, style: deepObject, schema: {type: object, properties: {a: {type: string}}}} | /a?f[a]=1 | ``"
      })
  void parameters(String parameter, String path, String problems) {
    OpenApi api = api("3.0.3", "{ parameters: [" + parameter + "], responses: { '200': {} } }");
    Fit fit =
        api.checkRequest(
            api.find("GET", "/a").orElseThrow(), path, new HttpMessage(Map.of(), 0, ""));

    assertThat(
            String.join(
                ", ",
                fit.problems().stream()
                    .map(problem -> problem.pointer() + " " + problem.problem())
                    .toList()))
        .isEqualTo(problems);
  }

  @ParameterizedTest
  @CsvSource({"Content-Type, 0", "content-type, 0", "X-Kind, 1"})
  void a_header_definition_of_the_content_type_is_ignored(String name, int problems) {
    OpenApi api =
        api(
            "3.0.3",
            "{ responses: { '200': { headers: { "
                + name
                + ": { required: true, schema: { type: string, enum: [text/html] } } },"
                + " content: { application/json: { schema: { type: object } } } } } }");

    assertThat(api.checkResponse(api.find("GET", "/a").orElseThrow(), 200, json("{}")).problems())
        .hasSize(problems);
  }
}

package dev.trestle.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What fits a document and must not be called a violation. */
final class CommonDocumentsTest {

  private static final Map<String, String> JSON = Map.of("content-type", "application/json");

  @TempDir Path folder;

  private OpenApi api(String version, String rest) {
    try {
      Path file = folder.resolve("api.yaml");
      Files.writeString(file, "openapi: " + version + "\ninfo: {title: t, version: '1'}\n" + rest);
      return OpenApi.read(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private OpenApi schema(String version, String schema, String components) {
    return api(
        version,
        """
        paths:
          /a:
            post:
              requestBody: {content: {application/json: {schema: %s}}}
              responses: {'200': {description: d, content: {application/json: {schema: %s}}}}
        components:
          schemas:
        %s
        """
            .formatted(schema, schema, components.indent(4)));
  }

  private OpenApi query(String version, String parameters, String more) {
    return api(
        version,
        """
        paths:
          /a:
            get:
              parameters: [%s]
              responses: {'200': {description: d}}
        %s
        """
            .formatted(parameters, more));
  }

  private static HttpMessage message(Map<String, String> headers, String body) {
    return new HttpMessage(headers, body.getBytes(StandardCharsets.UTF_8).length, body);
  }

  private static List<Problem> get(OpenApi api, String path, Map<String, String> headers) {
    Operation operation = api.find("GET", path.split("\\?", 2)[0]).orElseThrow();
    return api.checkRequest(operation, path, message(headers, "")).problems();
  }

  private static List<Problem> sent(OpenApi api, String body) {
    return api.checkRequest(api.find("POST", "/a").orElseThrow(), "/a", message(JSON, body))
        .problems();
  }

  private static List<Problem> answered(OpenApi api, String body) {
    return api.checkResponse(api.find("POST", "/a").orElseThrow(), 200, message(JSON, body))
        .problems();
  }

  // --- parameters

  @Test
  void optional_integer_of_fastapi() {
    OpenApi api =
        query(
            "3.1.0",
            "{name: limit, in: query, schema: {anyOf: [{type: integer}, {type: 'null'}]}}",
            "");
    assertThat(get(api, "/a?limit=5", Map.of())).isEmpty();
  }

  @Test
  void all_of_integer_in_query() {
    OpenApi api =
        query(
            "3.0.3",
            "{name: page, in: query, schema: {allOf: [{$ref: '#/components/schemas/N'}]}}",
            "components: {schemas: {N: {type: integer}}}");
    assertThat(get(api, "/a?page=5", Map.of())).isEmpty();
  }

  @Test
  void items_by_reference_in_query() {
    OpenApi api =
        query(
            "3.0.3",
            "{name: ids, in: query, schema: {type: array, items: {$ref: '#/components/schemas/N'}}}",
            "components: {schemas: {N: {type: integer}}}");
    assertThat(get(api, "/a?ids=5&ids=6", Map.of())).isEmpty();
  }

  @Test
  void pageable_of_springdoc() {
    OpenApi api =
        query(
            "3.0.1",
            "{name: pageable, in: query, required: true, schema: {$ref: '#/components/schemas/P'}}",
            "components: {schemas: {P: {type: object, properties: {page: {type: integer}}}}}");
    assertThat(get(api, "/a?page=5", Map.of())).isEmpty();
  }

  @Test
  void required_exploded_object() {
    OpenApi api =
        query(
            "3.0.1",
            "{name: filter, in: query, required: true,"
                + " schema: {type: object, properties: {page: {type: integer}}}}",
            "");
    assertThat(get(api, "/a?page=5", Map.of())).isEmpty();
  }

  @Test
  void nineteen_digits() {
    OpenApi api =
        query("3.0.3", "{name: id, in: query, schema: {type: integer, format: int64}}", "");
    assertThat(get(api, "/a?id=1234567890123456789", Map.of())).isEmpty();
  }

  @Test
  void number_with_exponent() {
    OpenApi api = query("3.0.3", "{name: x, in: query, schema: {type: number}}", "");
    assertThat(get(api, "/a?x=1.0E-5", Map.of())).isEmpty();
  }

  @Test
  void header_list_with_spaces() {
    OpenApi api =
        query(
            "3.0.3",
            "{name: X-Tags, in: header, schema: {type: array, items: {type: string, enum: [a, b]}}}",
            "");
    assertThat(get(api, "/a", Map.of("x-tags", "a, b"))).isEmpty();
  }

  // --- schemas

  @Test
  void nullable_reference_by_all_of() {
    OpenApi api =
        schema(
            "3.0.3",
            "{type: object, properties: {p: {nullable: true, allOf: [{$ref: '#/components/schemas/X'}]}}}",
            "X: {type: object, properties: {a: {type: string}}}");
    assertThat(answered(api, "{\"p\": null}")).isEmpty();
  }

  @Test
  void nullable_enum() {
    OpenApi api =
        schema(
            "3.0.3",
            "{type: object, properties: {p: {type: string, nullable: true, enum: [A]}}}",
            "X: {type: object}");
    assertThat(answered(api, "{\"p\": null}")).isEmpty();
  }

  @Test
  void nullable_reference_to_nullable() {
    OpenApi api =
        schema(
            "3.0.3",
            "{type: object, properties: {p: {$ref: '#/components/schemas/X'}}}",
            "X: {type: string, nullable: true}");
    assertThat(answered(api, "{\"p\": null}")).isEmpty();
  }

  @Test
  void required_read_only_direct() {
    OpenApi api =
        schema(
            "3.0.3",
            "{type: object, required: [id], properties: {id: {type: string, readOnly: true}, n: {type: string}}}",
            "X: {type: object}");
    assertThat(sent(api, "{\"n\": \"x\"}")).isEmpty();
  }

  @Test
  void required_read_only_beside_all_of() {
    OpenApi api =
        schema(
            "3.0.3",
            "{allOf: [{$ref: '#/components/schemas/X'}, {type: object, required: [id, n]}]}",
            "X: {type: object, properties: {id: {type: string, readOnly: true}, n: {type: string}}}");
    assertThat(sent(api, "{\"n\": \"x\"}")).isEmpty();
  }

  @Test
  void required_read_only_by_reference() {
    OpenApi api =
        schema(
            "3.1.0",
            "{type: object, required: [id, n], properties: {id: {$ref: '#/components/schemas/Id'}, n: {type: string}}}",
            "Id: {type: string, readOnly: true}");
    assertThat(sent(api, "{\"n\": \"x\"}")).isEmpty();
  }

  @Test
  void required_write_only_missing_in_answer() {
    OpenApi api =
        schema(
            "3.1.0",
            "{type: object, required: [pin, n], properties: {pin: {type: string, writeOnly: true}, n: {type: string}}}",
            "X: {type: object}");
    assertThat(answered(api, "{\"n\": \"x\"}")).isEmpty();
  }

  private static final String PETS =
      """
      Pet:
        type: object
        required: [kind]
        properties: {kind: {type: string}}
        discriminator: {propertyName: kind, mapping: {cat: '#/components/schemas/Cat'}}
      Cat: {allOf: [{$ref: '#/components/schemas/Pet'}, {type: object, properties: {skill: {type: string}}}]}
      """;

  @Test
  void discriminator_of_a_base() {
    OpenApi api = schema("3.0.3", "{$ref: '#/components/schemas/Pet'}", PETS);
    assertThat(answered(api, "{\"kind\": \"cat\", \"skill\": \"lazy\"}")).isEmpty();
  }

  private static final String ONE_OF =
      """
      Any:
        oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]
        discriminator: {propertyName: kind, mapping: {cat: '#/components/schemas/Cat', dog: '#/components/schemas/Dog'}}
      Cat: {type: object, required: [kind], properties: {kind: {type: string}, skill: {type: string}}}
      Dog: {type: object, required: [kind], properties: {kind: {type: string}, bark: {type: integer}}}
      """;

  @Test
  void discriminator_of_alternatives() {
    OpenApi api = schema("3.0.3", "{$ref: '#/components/schemas/Any'}", ONE_OF);
    assertThat(answered(api, "{\"kind\": \"cat\", \"skill\": \"lazy\"}")).isEmpty();
  }

  @Test
  void discriminator_of_alternatives_31() {
    OpenApi api = schema("3.1.0", "{$ref: '#/components/schemas/Any'}", ONE_OF);
    assertThat(answered(api, "{\"kind\": \"cat\", \"skill\": \"lazy\"}")).isEmpty();
  }

  @Test
  void multiple_of_cent() {
    OpenApi api =
        schema(
            "3.0.3",
            "{type: object, properties: {p: {type: number, multipleOf: 0.01}}}",
            "X: {type: object}");
    for (String n : List.of("19.99", "4.35", "1.1", "0.07", "1234567.89")) {
      assertThat(answered(api, "{\"p\": " + n + "}")).isEmpty();
    }
  }

  @Test
  void integer_as_decimal() {
    OpenApi api =
        schema("3.0.3", "{type: object, properties: {p: {type: integer}}}", "X: {type: object}");
    assertThat(answered(api, "{\"p\": 1.0}")).isEmpty();
  }

  @Test
  void recursive() {
    OpenApi api =
        schema(
            "3.0.3",
            "{$ref: '#/components/schemas/Tree'}",
            "Tree: {type: object, properties: {kids: {type: array, items: {$ref: '#/components/schemas/Tree'}}}}");
    assertThat(answered(api, "{\"kids\": [{\"kids\": []}]}")).isEmpty();
  }

  @Test
  void formats() {
    Map<String, String> values =
        new TreeMap<>(
            Map.of(
                "date-time", "2026-01-01T10:00:00.123456789Z",
                "uuid", "E453EC00-cafe-4274-a2f7-fad27a312fe1",
                "byte", "AAEC",
                "uri", "http://localhost:8080/a?b=c",
                "duration", "PT1H30M",
                "password", "x",
                "ipv4", "127.0.0.1",
                "currency", "EUR"));
    Map<String, List<Problem>> found = new LinkedHashMap<>();
    values.forEach(
        (format, value) -> {
          OpenApi api =
              schema(
                  "3.0.3",
                  "{type: object, properties: {p: {type: string, format: " + format + "}}}",
                  "X: {type: object}");
          List<Problem> problems = answered(api, "{\"p\": \"" + value + "\"}");
          if (!problems.isEmpty()) {
            found.put(format, problems);
          }
        });
    assertThat(found).isEmpty();
  }

  @Test
  void date_time_forms() {
    OpenApi api =
        schema(
            "3.0.3",
            "{type: object, properties: {p: {type: string, format: date-time}}}",
            "X: {type: object}");
    for (String value :
        List.of("2026-01-01T10:00:00Z", "2026-01-01T10:00:00+01:00", "2026-01-01T10:00:00.1Z")) {
      assertThat(answered(api, "{\"p\": \"" + value + "\"}")).isEmpty();
    }
  }

  // --- documents

  @Test
  void reference_of_a_bundler() {
    OpenApi api =
        api(
            "3.0.3",
            """
            paths:
              /b/{id}:
                get:
                  responses: {'200': {description: d, content: {application/json: {schema: {type: object, properties: {a: {type: string}}}}}}}
              /a:
                post:
                  responses: {'200': {description: d, content: {application/json: {schema: {$ref: '#/paths/~1b~1%7Bid%7D/get/responses/200/content/application~1json/schema'}}}}}
            """);
    assertThat(answered(api, "{\"a\": \"x\"}")).isEmpty();
  }

  @Test
  void a_second_server() {
    OpenApi api =
        api(
            "3.0.3",
            """
            servers: [{url: 'https://api.example.com/v1'}, {url: 'http://pricing:8080'}]
            paths: {/a: {get: {responses: {'200': {description: d}}}}}
            """);
    assertThat(api.find("GET", "/a")).isPresent();
  }

  @Test
  void a_variable_in_the_server() {
    OpenApi api =
        api(
            "3.0.3",
            """
            servers: [{url: 'https://example.com/{base}', variables: {base: {default: v1}}}]
            paths: {/a: {get: {responses: {'200': {description: d}}}}}
            """);
    assertThat(api.find("GET", "/v1/a")).isPresent();
  }

  @Test
  void server_of_a_path() {
    OpenApi api =
        api(
            "3.0.3",
            """
            servers: [{url: /v1}]
            paths: {/a: {servers: [{url: /v2}], get: {responses: {'200': {description: d}}}}}
            """);
    assertThat(api.find("GET", "/v2/a")).isPresent();
  }

  @Test
  void an_empty_text() {
    OpenApi api =
        api(
            "3.0.3",
            "paths: {/a: {post: {responses: {'200': {description: d, content: {text/plain: {schema: {type: string}}}}}}}}\n");
    assertThat(
            api.checkResponse(
                    api.find("POST", "/a").orElseThrow(),
                    200,
                    message(Map.of("content-type", "text/plain"), ""))
                .problems())
        .isEmpty();
  }

  @Test
  void literal_and_variable() {
    OpenApi api =
        api(
            "3.0.3",
            """
            paths:
              /u/{id}: {get: {operationId: user, responses: {'200': {description: d}}}}
              /u/{id}.json: {get: {operationId: json, responses: {'200': {description: d}}}}
              /{x}/b/c: {get: {operationId: late, responses: {'200': {description: d}}}}
              /a/{y}/c: {get: {operationId: early, responses: {'200': {description: d}}}}
            """);
    assertThat(api.find("GET", "/u/1.json").orElseThrow().id()).isEqualTo("json");
    assertThat(api.find("GET", "/a/b/c").orElseThrow().id()).isEqualTo("early");
  }

  @Test
  void form_values() {
    OpenApi api =
        api(
            "3.1.0",
            """
            paths:
              /a:
                post:
                  requestBody:
                    content:
                      application/x-www-form-urlencoded:
                        schema:
                          allOf:
                            - {type: object, properties: {n: {type: integer}}}
                  responses: {'200': {description: d}}
            """);
    assertThat(
            api.checkRequest(
                    api.find("POST", "/a").orElseThrow(),
                    "/a",
                    message(Map.of("content-type", "application/x-www-form-urlencoded"), "n=5"))
                .problems())
        .isEmpty();
  }

  @Test
  void headers_of_messages_are_texts() throws IOException {
    Path file = folder.resolve("async.yaml");
    Files.writeString(
        file,
        """
        asyncapi: 3.0.0
        channels:
          orders:
            messages:
              made:
                headers: {type: object, properties: {attempt: {type: integer}, last: {type: boolean}}}
                payload: {type: object}
        """);
    AsyncApi api = AsyncApi.read(file);
    assertThat(
            api.check(
                    api.channel("orders").orElseThrow(),
                    Map.of("attempt", "1", "last", "true"),
                    "{}")
                .problems())
        .isEmpty();
  }

  @Test
  void exploded_item_with_comma() {
    OpenApi api =
        query(
            "3.0.3",
            "{name: n, in: query, explode: true,"
                + " schema: {type: array, maxItems: 1, items: {type: string}}}",
            "");
    assertThat(get(api, "/a?n=Doe%2C%20Jane", Map.of())).isEmpty();
  }

  @Test
  void enum_without_type() {
    OpenApi api = query("3.0.3", "{name: n, in: query, schema: {enum: [1, 2]}}", "");
    assertThat(get(api, "/a?n=1", Map.of())).isEmpty();
  }

  @Test
  void a_file_of_latin_1_says_so() throws IOException {
    Path file = folder.resolve("latin.yaml");
    Files.write(
        file, "openapi: 3.0.3\ninfo: {title: \u00e4}\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(catchThrowable(() -> OpenApi.read(file))).hasMessageContaining("UTF-8");
  }

  @Test
  void the_topic_of_a_binding() throws IOException {
    Path file = folder.resolve("async.yaml");
    Files.writeString(
        file,
        """
        asyncapi: 3.0.0
        channels:
          orders:
            address: order-events
            bindings: {kafka: {topic: shop.orders}}
            messages: {made: {payload: {type: object}}}
        """);
    assertThat(AsyncApi.read(file).channel("shop.orders")).isPresent();
  }

  @Test
  void what_a_service_only_hears_is_not_what_it_publishes() throws IOException {
    Path file = folder.resolve("async.yaml");
    Files.writeString(
        file,
        """
        asyncapi: 3.0.0
        channels:
          orders:
            messages: {made: {payload: {type: object, required: [id], properties: {id: {type: string}}}}}
        operations:
          hear: {action: receive, channel: {$ref: '#/channels/orders'}}
        """);
    assertThat(AsyncApi.read(file).channel("orders")).isEmpty();
  }

  @Test
  void a_body_that_is_not_read_is_checked_in_part_only() {
    OpenApi api =
        api(
            "3.0.3",
            "paths: {/a: {post: {responses: {'200': {description: d,"
                + " content: {application/xml: {schema: {type: object}}}}}}}}\n");
    Fit fit =
        api.checkResponse(
            api.find("POST", "/a").orElseThrow(),
            200,
            message(Map.of("content-type", "application/xml"), "<a/>"));
    assertThat(fit).isEqualTo(new Fit(List.of(), false));
  }

  @Test
  void definitions_of_the_document() {
    OpenApi api =
        api(
            "3.0.3",
            """
            paths:
              /a: {post: {responses: {'200': {description: d, content: {application/json: {schema: {$ref: '#/definitions/X'}}}}}}}
            definitions: {X: {type: object, properties: {y: {$ref: '#/definitions/Y'}}}, Y: {type: string}}
            """);
    assertThat(answered(api, "{\"y\": \"x\"}")).isEmpty();
    assertThat(answered(api, "{\"y\": 1}")).extracting(Problem::problem).contains("wrong type");
  }

  @Test
  void what_a_service_answers_is_what_it_publishes() throws IOException {
    Path file = folder.resolve("async.yaml");
    Files.writeString(
        file,
        """
        asyncapi: 3.0.0
        channels: {asked: {}, answered: {}, both: {}, unused: {}}
        operations:
          ask:
            action: receive
            channel: {$ref: '#/channels/asked'}
            reply: {channel: {$ref: '#/channels/answered'}}
          tell: {action: send, channel: {$ref: '#/channels/both'}}
          hear: {action: receive, channel: {$ref: '#/channels/both'}}
        """);
    AsyncApi api = AsyncApi.read(file);
    assertThat(List.of("asked", "answered", "both", "unused"))
        .filteredOn(topic -> api.channel(topic).isPresent())
        .containsExactly("answered", "both", "unused");
  }
}

package dev.trestle.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each way in which an exchange is not what a document of either version says. */
abstract class OpenApiChecks {

  private static final Map<String, String> JSON =
      Map.of("content-type", "application/json; charset=utf-8");
  private static final String ID = "e453ec00-cafe-4274-a2f7-fad27a312fe1";

  private final OpenApi api;

  OpenApiChecks(String version) {
    api = OpenApi.read(Path.of("src/test/openapi/orders-" + version + ".yaml"));
  }

  @Test
  void what_fits_has_no_problem() {
    String order =
        """
        {"total": 7, "state": "open", "due": "2026-01-31", "note": null, "labels": {"a": "b"},
         "anything": {"x": 1}, "lines": [{"sku": "A", "net": 1.5}], "pay": {"iban": "x"}}""";
    assertThat(posted(order)).isEmpty();
    assertThat(made(order)).isEmpty();
    assertThat(asked("/api/orders?limit=5&state=open,paid")).isEmpty();
    assertThat(asked("/api/orders?state=open&state=paid")).isEmpty();
    assertThat(answered("DELETE", 204, Map.of(), "")).isEmpty();
    assertThat(answered("GET", 200, JSON, "{\"total\":1}")).isEmpty();
  }

  @Test
  void path_and_method_may_be_unknown() {
    assertThat(api.find("GET", "/api/orders/" + ID)).isPresent();
    assertThat(api.find("GET", "/orders")).isEmpty();
    assertThat(api.find("PATCH", "/api/orders")).isEmpty();
    assertThat(api.methods("/api/orders")).containsExactly("GET", "POST");
    assertThat(api.methods("/nowhere")).isEmpty();
  }

  @Test
  void each_server_has_its_own_base_path(@TempDir Path folder) throws IOException {
    OpenApi document =
        OpenApi.read(
            Files.writeString(
                folder.resolve("openapi.yaml"),
                """
                openapi: 3.1.0
                servers: [{ url: https://shop.example/v1 }, { url: / }]
                paths: { "/orders/{id}": { get: { responses: { "200": {} } } } }
                """));

    assertThat(document.find("GET", "/v1/orders/7")).isPresent();
    assertThat(document.find("GET", "/orders/7"))
        .hasValueSatisfying(found -> assertThat(found.path()).isEqualTo("/v1/orders/{id}"));
    assertThat(document.find("GET", "/v2/orders/7")).isEmpty();
  }

  @Test
  void a_status_may_be_undocumented() {
    assertThat(answered("GET", 500, Map.of(), ""))
        .containsExactly(
            new Problem(
                "", "undocumented status", "200", "500", "/paths/~1orders~1{id}/get/responses"));
  }

  @Test
  void a_content_type_may_be_undocumented() {
    assertThat(answered("GET", 200, Map.of("content-type", "text/html"), "<p>"))
        .containsExactly(
            new Problem(
                "header/Content-Type",
                "undocumented content type",
                "application/json",
                "text/html",
                "/paths/~1orders~1{id}/get/responses/200/content"));
    assertThat(posted(Map.of(), "{\"total\":1}"))
        .extracting(Problem::expected, Problem::actual)
        .containsExactly(tuple("application/json or application/x-www-form-urlencoded", "none"));
  }

  @Test
  void a_field_may_be_undocumented() {
    assertThat(made("{\"total\":1,\"x\":{\"y\":[1]},\"lines\":[{\"sku\":\"A\",\"z\":\"q\"}]}"))
        .containsExactly(
            new Problem(
                "/x",
                "undocumented field",
                "no such field",
                "{\"y\":[1]} (object)",
                "/components/schemas/Base/properties"),
            new Problem(
                "/lines/0/z",
                "undocumented field",
                "no such field",
                "\"q\" (string)",
                "/components/schemas/Order/allOf/1/properties/lines/items/properties"));
    assertThat(posted("{\"total\":1,\"a/b~c\":1}"))
        .extracting(Problem::pointer)
        .containsExactly("/a~1b~0c");
    assertThat(posted("{\"total\":1,\"pay\":{\"card\":\"1\",\"cvv\":\"2\"}}"))
        .extracting(Problem::pointer)
        .containsExactly("/pay/cvv");
    assertThat(asked("/api/orders?page=2"))
        .extracting(Problem::pointer, Problem::problem, Problem::actual)
        .containsExactly(tuple("query/page", "undocumented field", "2"));
  }

  @Test
  void a_value_may_be_of_a_wrong_type() {
    assertThat(posted("{\"total\":\"12.50\"}"))
        .containsExactly(
            new Problem(
                "/total",
                "wrong type",
                "integer",
                "\"12.50\" (string)",
                "/components/schemas/Base/properties/total/type"));
    assertThat(made("{\"total\":1,\"lines\":[{\"sku\":\"A\"},{\"sku\":null}]}"))
        .extracting(Problem::pointer, Problem::expected, Problem::actual)
        .containsExactly(tuple("/lines/1/sku", "string", "null (null)"));
    assertThat(asked("/api/orders?limit=many"))
        .extracting(Problem::pointer, Problem::problem, Problem::actual)
        .containsExactly(tuple("query/limit", "wrong type", "\"many\" (string)"));
  }

  @Test
  void something_required_may_be_missing() {
    assertThat(made("{\"lines\":[{}]}"))
        .extracting(Problem::pointer, Problem::problem, Problem::actual)
        .containsExactlyInAnyOrder(
            tuple("/total", "missing field", "nothing"),
            tuple("/lines/0/sku", "missing field", "nothing"));
    assertThat(answered("/api/orders", "GET", 200, JSON, "[]"))
        .extracting(Problem::pointer, Problem::problem)
        .containsExactly(tuple("header/X-Total", "missing header"));
    assertThat(request("/api/orders", "GET", Map.of(), ""))
        .extracting(Problem::pointer, Problem::problem)
        .containsExactly(tuple("header/Idempotency-Key", "missing parameter"));
    assertThat(posted(JSON, "")).extracting(Problem::problem).containsExactly("missing body");
    assertThat(answered("GET", 200, JSON, ""))
        .extracting(Problem::problem)
        .containsExactly("missing body");
  }

  @Test
  void a_value_may_be_out_of_bounds() {
    assertThat(
            posted(
                """
                {"total": 1, "state": "lost", "due": "soon", "note": "too long",
                 "lines": [{"sku": "A", "net": 0}], "pay": {}}"""))
        .extracting(Problem::pointer, Problem::problem, Problem::expected)
        .containsExactlyInAnyOrder(
            tuple("/state", "value not listed", "[\"open\",\"paid\"]"),
            tuple("/due", "wrong format", "date"),
            tuple("/note", "value out of bounds", "maxLength 5"),
            tuple(
                "/lines/0/net",
                "value out of bounds",
                api.file().toString().contains("3.1") ? "exclusiveMinimum 0" : "minimum 0"),
            tuple("/pay", "fits no alternative", "oneOf"));
    assertThat(request("/api/orders/7", "GET", Map.of(), ""))
        .extracting(Problem::pointer, Problem::problem)
        .containsExactly(tuple("path/id", "wrong format"));
  }

  @Test
  void a_value_may_fit_too_much() {
    assertThat(posted("{\"total\":1,\"pay\":{\"card\":\"1\",\"iban\":\"2\"}}"))
        .extracting(Problem::pointer, Problem::problem)
        .containsExactly(tuple("/pay", "fits several alternatives"));
  }

  @Test
  void what_may_be_null_is_told_by_what_it_is_else() {
    assertThat(posted("{\"total\":1,\"gift\":null}")).isEmpty();
    assertThat(posted("{\"total\":1,\"gift\":{\"to\":7}}"))
        .extracting(Problem::pointer, Problem::problem)
        .containsExactly(tuple("/gift/to", "wrong type"));
  }

  @Test
  void a_field_may_be_for_the_other_way_only() {
    assertThat(made("{\"total\":1,\"id\":\"7\",\"password\":\"long enough\"}"))
        .extracting(Problem::pointer, Problem::problem)
        .containsExactly(tuple("/password", "write-only field"));
    assertThat(posted("{\"total\":1,\"id\":\"7\",\"password\":\"long enough\"}"))
        .extracting(Problem::pointer, Problem::problem)
        .containsExactly(tuple("/id", "read-only field"));
  }

  @Test
  void a_body_may_be_no_json_or_should_not_be() {
    assertThat(made("{\"total\":"))
        .extracting(Problem::problem, Problem::actual)
        .containsExactly(tuple("malformed JSON", "no JSON from line 1, column 10 on"));
    assertThat(request("/api/orders/" + ID, "DELETE", JSON, "{}"))
        .extracting(Problem::problem)
        .containsExactly("undocumented body");
  }

  @Test
  void a_form_is_checked_as_the_types_that_it_means() {
    Map<String, String> form = Map.of("content-type", "application/x-www-form-urlencoded");
    assertThat(posted(form, "total=7&gift=true")).isEmpty();
    assertThat(posted(form, "total=much&more=1"))
        .extracting(Problem::pointer, Problem::problem)
        .containsExactly(tuple("/total", "wrong type"), tuple("/more", "undocumented field"));
  }

  @Test
  void of_a_body_that_is_not_known_the_rest_is_checked() {
    Operation operation = api.find("POST", "/api/orders").orElseThrow();
    HttpMessage known = new HttpMessage(JSON, 70_000, null);
    assertThat(api.checkRequest(operation, "/api/orders", known))
        .isEqualTo(new Fit(List.of(), false));
    HttpMessage html = new HttpMessage(Map.of("content-type", "text/html"), 70_000, null);
    assertThat(api.checkResponse(operation, 201, html).problems()).hasSize(1);
  }

  @Test
  void anchors_merges_and_words_are_read_as_yaml_means_them(@TempDir Path folder)
      throws IOException {
    Path file = folder.resolve("anchors.yaml");
    Files.writeString(
        file,
        """
        openapi: 3.1.0
        paths:
          /a: { get: &get { responses: { 200: { description: no } } } }
          /b: { get: { <<: *get, operationId: 2026-01-31 }, put: *get }
        """);

    OpenApi read = OpenApi.read(file);

    assertThat(read.operations())
        .extracting(Operation::name)
        .containsExactly("GET /a", "2026-01-31", "PUT /b");
    assertThat(
            read.response(read.find("GET", "/b").orElseThrow(), 200)
                .orElseThrow()
                .text("description"))
        .isEqualTo("no");
    Path json = Files.writeString(folder.resolve("api.json"), "{\t\"openapi\": \"3.0.1\" }");
    assertThat(OpenApi.read(json).operations()).isEmpty();
  }

  @Test
  void what_is_no_document_is_told(@TempDir Path folder) throws IOException {
    Path old = Files.writeString(folder.resolve("old.yaml"), "swagger: '2.0'\n");
    assertThatThrownBy(() -> OpenApi.read(old))
        .isInstanceOf(DocumentException.class)
        .hasMessageStartingWith("The OpenAPI document cannot be read.\n" + old)
        .hasMessageContaining("version 3 is understood")
        .hasMessageEndingWith("x-trestle.openapi of the service in the Compose file.");
    Path broken = Files.writeString(folder.resolve("broken.yaml"), "openapi: 3.1.0\npaths: [\n");
    assertThatThrownBy(() -> OpenApi.read(broken)).hasMessageContaining("in line ");
    assertThatThrownBy(() -> OpenApi.read(folder.resolve("none.yaml")))
        .hasMessageContaining("none.yaml");
    Path lost = folder.resolve("lost.yaml");
    Files.writeString(lost, "openapi: 3.1.0\npaths: { /a: { $ref: '#/components/x' } }\n");
    assertThatThrownBy(() -> OpenApi.read(lost)).hasMessageContaining("'#/components/x' in vain");
  }

  private List<Problem> posted(String body) {
    return posted(JSON, body);
  }

  private List<Problem> posted(Map<String, String> headers, String body) {
    return request("/api/orders", "POST", headers, body);
  }

  private List<Problem> asked(String path) {
    return request(path, "GET", Map.of("idempotency-key", "abc"), "");
  }

  private List<Problem> request(
      String path, String method, Map<String, String> headers, String body) {
    Operation operation = api.find(method, path.split("\\?", 2)[0]).orElseThrow();
    Fit fit = api.checkRequest(operation, path, message(headers, body));
    assertThat(fit.whole()).isTrue();
    return fit.problems();
  }

  private List<Problem> made(String body) {
    return answered("/api/orders", "POST", 201, JSON, body);
  }

  private List<Problem> answered(
      String method, int status, Map<String, String> headers, String body) {
    return answered("/api/orders/" + ID, method, status, headers, body);
  }

  private List<Problem> answered(
      String path, String method, int status, Map<String, String> headers, String body) {
    Operation operation = api.find(method, path).orElseThrow();
    return api.checkResponse(operation, status, message(headers, body)).problems();
  }

  private static HttpMessage message(Map<String, String> headers, String body) {
    return new HttpMessage(headers, body.getBytes(StandardCharsets.UTF_8).length, body);
  }
}

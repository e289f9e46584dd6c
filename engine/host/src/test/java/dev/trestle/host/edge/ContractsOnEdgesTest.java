package dev.trestle.host.edge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.sun.net.httpserver.HttpServer;
import dev.trestle.host.contract.ContractMode;
import dev.trestle.host.contract.ContractPlan;
import dev.trestle.protocol.ContractResult;
import dev.trestle.protocol.ContractResult.Finding;
import dev.trestle.protocol.Fault;
import dev.trestle.protocol.Fault.Change;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What passes an edge is held against the provider's document, and what is not is told. */
final class ContractsOnEdgesTest {

  private static final String ADA = "7e57ca5e16cd43dd8448eb211c80319c";
  private static final String BOB = "7e57ca5e17cd43dd8448eb211c80319c";
  private static final String DOCUMENT =
      """
      openapi: 3.1.0
      paths:
        /orders:
          get: &order
            responses:
              "200":
                description: ok
                content:
                  application/json:
                    schema:
                      type: object
                      required: [id]
                      properties: { id: { type: integer }, password: { type: integer } }
          post:
            requestBody:
              content:
                application/json:
                  schema: { type: object, properties: { id: { type: integer } } }
            responses: { "200": { description: ok } }
        /orders/{id}: { get: *order }
        /events:
          get:
            responses:
              "200":
                description: ok
                content: { text/event-stream: { schema: { type: string } } }
      """;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final EdgeProxies proxies = new EdgeProxies();
  private final Edges edges = new Edges(proxies);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private volatile int status = 200;
  private volatile byte[] answer = "{\"id\":7}".getBytes(UTF_8);
  private volatile Map<String, String> headers = Map.of("Content-Type", "application/json");
  private HttpServer provider;
  private int fromCart;
  private int fromTest;
  @TempDir private Path folder;
  private Path document;

  @BeforeEach
  void start() throws IOException {
    document = Files.writeString(folder.resolve("orders.yaml"), DOCUMENT);
    provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    provider.setExecutor(threads);
    provider.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          headers.forEach(exchange.getResponseHeaders()::set);
          exchange.sendResponseHeaders(status, answer.length == 0 ? -1 : answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    provider.start();
    int port = provider.getAddress().getPort();
    fromCart = edges.open(new Edge("cart", "orders", port, Edge.Kind.HTTP));
    fromTest = edges.open(new Edge(Edge.TEST, "orders", port, Edge.Kind.HTTP));
    begin(ContractMode.FAIL);
  }

  @AfterEach
  void stop() {
    edges.close();
    proxies.close();
    provider.stop(0);
    threads.shutdownNow();
  }

  private void begin(ContractMode mode) {
    edges.beginRun("");
    begin(mode, "orders");
  }

  private void begin(ContractMode mode, String provider) {
    Map<String, Path> documents = Map.of(provider, document);
    edges.contracts().begin(new ContractPlan(mode, documents, List.of(), folder));
  }

  @Test
  void what_fits_is_checked_and_its_scenario_known() throws Exception {
    get(fromCart, "/orders/7", ADA);
    edges.endScenario(ADA, "Ada buys", "");

    InteractionReport report = edges.report(landscape());

    assertThat(report.contracts()).isEqualTo(new ContractResult("fail", 1, 0, List.of(), 0));
    assertThat(report.edges().get(0).outcomes())
        .containsEntry("contract-checked", List.of("Ada buys"));
    assertThat(report.edges()).hasSize(1);
  }

  @Test
  void equal_violations_are_one_with_its_scenarios_and_without_secrets() throws Exception {
    answer = "{\"id\":\"7\",\"password\":\"hunter2\",\"more\":[1]}".getBytes(UTF_8);
    get(fromCart, "/orders/7", ADA);
    get(fromCart, "/orders/8", BOB);
    get(fromCart, "/orders/8", BOB);
    edges.endScenario(ADA, "Ada buys", "");
    edges.endScenario(BOB, "Bob buys", "");

    ContractResult result = result();

    assertThat(result.checked()).isEqualTo(3);
    assertThat(result.findings())
        .extracting(Finding::pointer, Finding::problem, Finding::expected, Finding::actual)
        .containsExactly(
            tuple("/id", "wrong type", "integer", "\"7\" (string)"),
            tuple("/more", "undocumented field", "no such field", "[1] (array)"),
            tuple("/password", "wrong type", "integer", "*****"));
    assertThat(result.findings())
        .allSatisfy(
            finding -> {
              assertThat(finding.consumer()).isEqualTo("cart");
              assertThat(finding.provider()).isEqualTo("orders");
              assertThat(finding.operation()).isEqualTo("GET /orders/{id}");
              assertThat(finding.part()).isEqualTo("response");
              assertThat(finding.status()).isEqualTo(200);
              assertThat(finding.count()).isEqualTo(3);
              assertThat(finding.scenarios()).containsExactly("Ada buys", "Bob buys");
              assertThat(finding.document()).startsWith("orders.yaml#/paths/~1orders~1{id}/get/");
            });
    assertThat(edges.contracts().of(ADA)).hasSize(3);
    assertThat(edges.contracts().of("another")).isEmpty();
  }

  @Test
  void requests_of_services_are_checked_and_those_of_the_test_may_be_wrong() throws Exception {
    answer = new byte[0];
    post(fromCart, "{\"id\":\"x\"}");
    post(fromTest, "{\"id\":\"x\"}");

    assertThat(result().findings())
        .extracting(Finding::consumer, Finding::part, Finding::pointer)
        .containsExactly(tuple("cart", "request", "/id"));
  }

  @Test
  void a_test_may_ask_for_what_there_is_not_when_it_is_told_so() throws Exception {
    status = 404;
    get(fromTest, "/nowhere/7", ADA);
    assertThat(result().findings()).isEmpty();

    get(fromCart, "/nowhere/8", ADA);
    status = 200;
    get(fromTest, "/nowhere/9", ADA);
    client.send(request(fromCart, "/orders", ADA).DELETE().build(), BodyHandlers.ofString());

    assertThat(result().findings())
        .extracting(Finding::consumer, Finding::operation, Finding::problem, Finding::expected)
        .containsExactly(
            tuple("cart", "DELETE /orders", "undocumented method", "GET or POST"),
            tuple("cart", "GET /nowhere/*", "undocumented path", "one of the document's paths"),
            tuple("test", "GET /nowhere/*", "undocumented path", "one of the document's paths"));
  }

  @Test
  void an_answer_that_a_fault_made_or_changed_is_not_the_providers() throws Exception {
    fault(new Fault.Answer(503, "text/plain", "no"));
    post(fromCart, "{\"id\":\"x\"}");
    edges.endScenario(ADA, "one", "");
    fault(new Fault.Changed(Change.FIELD_MISSING, "$.id"));
    get(fromCart, "/orders/7", ADA);
    edges.endScenario(ADA, "one", "");
    fault(new Fault.CutShort());
    assertThat(get(fromCart, "/orders/7", ADA)).isEqualTo("IOException");

    assertThat(result().findings())
        .extracting(Finding::part, Finding::pointer)
        .containsExactly(tuple("request", "/id"));
    assertThat(result().checked()).isEqualTo(3);
  }

  @Test
  void what_a_scenario_has_a_third_party_answer_is_not_the_third_partys() throws Exception {
    answer = "{}".getBytes(UTF_8);
    edges.contracts().answersItself("orders", ADA);
    get(fromCart, "/orders/7", ADA);
    get(fromCart, "/orders/7", BOB);

    assertThat(result().findings()).extracting(Finding::scenarios).containsExactly(List.of(BOB));
  }

  @Test
  void a_late_answer_is_the_providers() throws Exception {
    answer = "{}".getBytes(UTF_8);
    fault(new Fault.Delay(5));
    get(fromCart, "/orders/7", ADA);

    assertThat(result().findings()).extracting(Finding::problem).containsExactly("missing field");
  }

  @Test
  void what_is_told_to_a_test_in_place_of_a_provider_that_is_gone_is_not_checked()
      throws Exception {
    provider.stop(0);
    assertThat(get(fromTest, "/orders/7", ADA)).startsWith("502");

    assertThat(result().findings()).isEmpty();
  }

  @Test
  void a_body_that_is_too_long_or_not_readable_is_unchecked_and_no_violation() throws Exception {
    answer = ("{\"id\":\"" + "x".repeat(Capture.MOST) + "\"}").getBytes(UTF_8);
    get(fromCart, "/orders/7", ADA);
    answer = new byte[] {1, 2, 3};
    headers = Map.of("Content-Type", "application/json", "Content-Encoding", "br");
    get(fromCart, "/orders/7", ADA);

    ContractResult result = result();
    assertThat(result.findings()).isEmpty();
    assertThat(result.unchecked()).isEqualTo(2);
    assertThat(result.checked()).isZero();
  }

  @Test
  void a_compressed_body_is_read() throws Exception {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
      out.write("{\"id\":null}".getBytes(UTF_8));
    }
    answer = zipped.toByteArray();
    headers = Map.of("Content-Type", "application/json", "Content-Encoding", "gzip");
    get(fromCart, "/orders/7", ADA);

    assertThat(result().findings()).extracting(Finding::pointer).containsExactly("/id");
  }

  @Test
  void of_a_stream_that_is_left_and_of_an_upgrade_nothing_is_violated() throws Exception {
    try (Server server =
        new Server("HTTP/1.1 101 Switching\nUpgrade: x\nConnection: upgrade\n\n")) {
      int port = edges.open(new Edge("cart", "socket", server.port(), Edge.Kind.HTTP));
      begin(ContractMode.FAIL, "socket");
      try (Wire wire = new Wire(new Socket(InetAddress.getLoopbackAddress(), port))) {
        wire.say("GET /events HTTP/1.1\nHost: x\nUpgrade: x\nConnection: upgrade\n\n");
        assertThat(wire.hearHead()).startsWith("HTTP/1.1 101");
      }
    }
    try (Server server =
        new Server("HTTP/1.1 200 OK\nContent-Type: application/json\n\n{\"id\":")) {
      int port = edges.open(new Edge("cart", "stream", server.port(), Edge.Kind.HTTP));
      begin(ContractMode.FAIL, "stream");
      try (Wire wire = new Wire(new Socket(InetAddress.getLoopbackAddress(), port))) {
        wire.say("GET /orders/7 HTTP/1.1\nHost: x\n\n");
        wire.hearHead();
        wire.socket().setSoLinger(true, 0);
      }
      server.awaitEnd();
      ContractResult result = result();
      assertThat(result.findings()).isEmpty();
      assertThat(result.checked()).isZero();
    }
  }

  @Test
  void a_document_that_cannot_be_used_is_found() throws Exception {
    Files.writeString(document, "swagger: '2.0'\n");
    begin(ContractMode.FAIL);
    get(fromCart, "/orders/7", ADA);

    ContractResult result = result();
    assertThat(result.findings())
        .extracting(Finding::part, Finding::problem, Finding::document)
        .containsExactly(tuple("document", "unusable document", "orders.yaml"));
    assertThat(result.isRed()).isTrue();
    assertThat(result.unchecked()).isEqualTo(1);
  }

  @Test
  void a_document_that_changed_is_read_by_the_next_run() throws Exception {
    get(fromCart, "/orders/7", ADA);
    assertThat(result().findings()).isEmpty();
    Files.writeString(document, DOCUMENT.replace("id: { type: integer }", "id: { type: string }"));
    Files.setLastModifiedTime(document, FileTime.fromMillis(1));
    begin(ContractMode.WARN);
    get(fromCart, "/orders/7", ADA);

    assertThat(result().findings()).extracting(Finding::expected).containsExactly("string");
    assertThat(result().isRed()).isFalse();
    assertThat(edges.contracts().operations(document)).contains("GET /orders/{id}");
  }

  @Test
  void nothing_is_checked_when_that_is_off() throws Exception {
    answer = "{}".getBytes(UTF_8);
    begin(ContractMode.OFF);
    get(fromCart, "/orders/7", ADA);

    assertThat(result()).isEqualTo(ContractResult.NONE);
  }

  @Test
  void what_a_browser_asks_before_a_call_is_no_undocumented_method() throws Exception {
    headers = Map.of("Access-Control-Allow-Origin", "*");
    answer = new byte[0];
    status = 204;
    try (Wire wire = new Wire(new Socket(InetAddress.getLoopbackAddress(), fromTest))) {
      wire.say(
          "OPTIONS /orders HTTP/1.1\nHost: x\nOrigin: http://shop\n"
              + "Access-Control-Request-Method: POST\n\n");
      wire.hearHead();
    }

    assertThat(result().findings()).isEmpty();
  }

  @Test
  void a_number_with_the_name_of_a_secret_is_one() throws Exception {
    answer = "{\"id\":7,\"card\":{\"cvc\":737,\"password\":[\"hunter2\"]}}".getBytes(UTF_8);
    get(fromCart, "/orders/7", ADA);

    assertThat(result().findings())
        .extracting(Finding::actual)
        .allSatisfy(actual -> assertThat(actual).doesNotContain("737").doesNotContain("hunter2"));
  }

  @Test
  void a_fault_that_changed_nothing_fills_no_cell() throws Exception {
    fault(new Fault.Changed(Change.FIELD_MISSING, "$.nothing"));
    get(fromCart, "/orders/7", ADA);

    assertThat(edges.interactions(ADA).get(0).fault()).startsWith("nothing was changed");
    assertThat(edges.report(landscape()).edges().get(0).outcomes()).doesNotContainKey("malformed");
  }

  @Test
  void an_answer_that_was_to_be_changed_and_did_not_come_is_refused() throws Exception {
    provider.stop(0);
    fault(new Fault.Changed(Change.FIELD_MISSING, "$.id"));
    get(fromCart, "/orders/7", ADA);

    assertThat(edges.report(landscape()).edges().get(0).outcomes())
        .doesNotContainKey("malformed")
        .containsKey("refused");
  }

  @Test
  void a_trace_that_is_no_scenarios_is_lost() throws Exception {
    get(fromTest, "/orders/7", ADA); // the scenario runs
    get(fromTest, "/orders/7", BOB); // and another one
    get(fromCart, "/orders/7", "ccc7651916cd43dd8448eb211c80319c"); // begun anew by the service
    edges.endScenario(ADA, "Ada buys", "buy.feature:3");
    edges.endScenario(BOB, "Bob buys", "buy.feature:9");

    InteractionReport report = edges.report(landscape());

    assertThat(report.edges().get(0).consumer()).isEqualTo("cart");
    assertThat(report.edges().get(0).outcomes().get("exercised")).isEmpty();
    assertThat(report.lost()).hasSize(1);
  }

  @Test
  void a_trace_that_is_no_scenarios_is_the_only_running_ones() throws Exception {
    get(fromTest, "/orders/7", ADA);
    get(fromCart, "/orders/7", "ccc7651916cd43dd8448eb211c80319c");

    assertThat(edges.interactions(ADA)).hasSize(2);
  }

  @Test
  void a_provider_that_is_gone_was_not_slow() throws Exception {
    provider.stop(0);
    fault(new Fault.Delay(5));
    get(fromCart, "/orders/7", ADA);

    assertThat(edges.report(landscape()).edges().get(0).outcomes())
        .doesNotContainKeys("slow", "timed-out")
        .containsKey("refused");
  }

  private ContractResult result() {
    return edges.report(landscape()).contracts();
  }

  private void fault(Fault.Effect effect) {
    edges.fault(new Fault(ADA, "cart", "orders", null, 0, 0, effect));
  }

  private void post(int port, String body) throws IOException, InterruptedException {
    send(
        request(port, "/orders", ADA)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  private String get(int port, String path, String traceId)
      throws IOException, InterruptedException {
    return send(request(port, path, traceId));
  }

  private String send(HttpRequest.Builder request) throws InterruptedException {
    try {
      var response = client.send(request.build(), BodyHandlers.ofByteArray());
      return response.statusCode() + " " + new String(response.body(), UTF_8);
    } catch (IOException e) {
      return "IOException";
    }
  }

  private static HttpRequest.Builder request(int port, String path, String traceId) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .timeout(Duration.ofSeconds(20))
        .header("traceparent", "00-" + traceId + "-b7ad6b7169203331-01");
  }

  private static Landscape landscape() {
    return new Landscape(List.of(), List.of(), new PathTemplates(), Set.of("pricing"));
  }
}

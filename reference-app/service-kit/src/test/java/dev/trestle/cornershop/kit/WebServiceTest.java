package dev.trestle.cornershop.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trestle.cornershop.kit.Environment.ListenAddress;
import dev.trestle.cornershop.kit.testing.TestPeer;
import dev.trestle.cornershop.kit.testing.TestTokens;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebServiceTest {
  private static final TestTokens TOKENS = new TestTokens();
  private static final TestPeer PEER = TestPeer.start();
  private static final ServiceClient CLIENT =
      ServiceClient.to("pricing", PEER.uri(), Duration.ofMillis(400));
  private static final AtomicBoolean DOWN = new AtomicBoolean();
  private static WebService.@Nullable Running service;

  record Item(@Nullable String sku, @Nullable Integer quantity) {}

  record Basket(@Nullable List<Item> items) {}

  @BeforeAll
  static void start() {
    service =
        new WebService(
                "test", new ListenAddress("127.0.0.1", 0), TokenVerifier.jwks(TOKENS.jwksUrl()))
            .check("thing", WebServiceTest::checkThing)
            .routes(WebServiceTest::routes)
            .start();
  }

  @AfterAll
  static void stop() {
    running().close();
    PEER.close();
    TOKENS.close();
  }

  private static void checkThing() {
    if (DOWN.get()) {
      throw new DependencyUnavailable("thing", "is down", null);
    }
  }

  private static void routes(RoutesConfig routes) {
    routes.get("/me", context -> context.json(Map.of("id", Requests.caller(context).id())));
    routes.get("/staff", context -> context.status(204), Role.STAFF);
    routes.post("/baskets", WebServiceTest::basket, Role.ANYONE);
    routes.get("/bug", WebServiceTest::bug, Role.ANYONE);
    routes.get(
        "/peer", context -> context.json(CLIENT.get("/x").send().orProblem().json()), Role.ANYONE);
  }

  private static void basket(Context context) {
    List<Item> items = Requests.body(context, Basket.class).items();
    new Validation().required("/items", items).orThrow();
    context.status(201);
  }

  private static void bug(Context context) {
    throw new IllegalStateException("secret detail");
  }

  private static WebService.Running running() {
    return java.util.Objects.requireNonNull(service);
  }

  private static HttpResponse<String> send(String method, String path, String... headersThenBody)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + running().port() + path));
    boolean hasBody = headersThenBody.length % 2 == 1;
    for (int i = 0; i + 1 < headersThenBody.length; i += 2) {
      request.header(headersThenBody[i], headersThenBody[i + 1]);
    }
    String body = hasBody ? headersThenBody[headersThenBody.length - 1] : "";
    request.method(method, HttpRequest.BodyPublishers.ofString(body));
    return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static void assertProblem(HttpResponse<String> response, int status, String slug)
      throws IOException {
    assertThat(response.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith(Problem.MEDIA_TYPE));
    JsonNode document = Json.tolerant().readTree(response.body());
    assertThat(document.path("type").asText()).isEqualTo("urn:cornershop:problem:" + slug);
    assertThat(document.path("status").asInt()).isEqualTo(status).isEqualTo(response.statusCode());
    assertThat(document.path("title").asText()).isNotBlank();
    assertThat(response.body()).doesNotContain("\tat ").doesNotContain("Exception");
  }

  @Test
  void a_good_token_names_the_caller() throws Exception {
    HttpResponse<String> answer =
        send("GET", "/me", "Authorization", "Bearer " + TOKENS.shopper("ada"));

    assertThat(answer.body()).isEqualTo("{\"id\":\"ada\"}");
  }

  @Test
  void every_bad_token_is_refused() throws Exception {
    for (String token : TOKENS.refused()) {
      HttpResponse<String> answer = send("GET", "/me", "Authorization", "Bearer " + token);

      assertProblem(answer, 401, "unauthorized");
      assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
    }
    assertProblem(send("GET", "/me"), 401, "unauthorized");
    assertProblem(send("GET", "/me", "Authorization", "Basic eDp5"), 401, "unauthorized");
    assertProblem(send("GET", "/me", "Authorization", "Bearer "), 401, "unauthorized");
  }

  @Test
  void a_role_is_asked_for() throws Exception {
    assertProblem(
        send("GET", "/staff", "Authorization", "Bearer " + TOKENS.shopper("ada")),
        403,
        "forbidden");
    assertThat(send("GET", "/staff", "Authorization", "Bearer " + TOKENS.staff()).statusCode())
        .isEqualTo(204);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'items':[{'sku':'A','quantity':'two'}]} | /items/0/quantity",
        "{'items':[{'sku':'A','quantity':1.5}]}   | /items/0/quantity",
        "{'items':[{'sku':'A','quantity':99999999999}]} | /items/0/quantity",
        "{'items':[{'sku':5}]}                    | /items/0/sku",
        "{'items':[{'sku':'A','colour':'red'}]}   | /items/0/colour",
        "{'items':'none'}                         | /items",
        "{}                                       | /items",
        "{'items':                                | ``",
        "not json                                 | ``",
        "null                                     | ``",
        "``                                       | ``",
        "[]                                       | ``",
        "{} {}                                    | ``",
      })
  void a_body_that_does_not_fit_names_the_field(String body, String pointer) throws Exception {
    HttpResponse<String> answer =
        send("POST", "/baskets", "Content-Type", "application/json", body.replace('\'', '"'));

    assertProblem(answer, 400, "bad-request");
    assertThat(Json.tolerant().readTree(answer.body()).at("/errors/0/pointer").asText())
        .isEqualTo(pointer);
    assertThat(answer.body()).doesNotContain("dev.trestle").doesNotContain("java.");
  }

  @Test
  void what_http_itself_refuses_is_a_problem_too() throws Exception {
    assertProblem(send("GET", "/nowhere"), 404, "not-found");
    assertProblem(send("DELETE", "/baskets"), 405, "method-not-allowed");
    assertProblem(
        send("POST", "/baskets", "Content-Type", "text/plain", "x"), 415, "unsupported-media-type");
    assertProblem(
        send("POST", "/baskets", "Content-Type", "application/json", "x".repeat(2_000_000)),
        413,
        "too-large");
    assertProblem(send("GET", "/bug"), 500, "internal-error");
  }

  @Test
  void a_request_that_is_not_http_is_a_problem_too() throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), running().port())) {
      socket
          .getOutputStream()
          .write(
              "GET /%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
                  .getBytes(StandardCharsets.UTF_8));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

      assertThat(answer)
          .startsWith("HTTP/1.1 400")
          .contains("application/problem+json")
          .contains("urn:cornershop:problem:bad-request")
          .doesNotContain("\tat ");
    }
  }

  @Test
  void health_names_what_is_down() throws Exception {
    assertThat(send("GET", "/health").body())
        .contains("\"status\":\"up\"")
        .contains("\"thing\":\"up\"");
    DOWN.set(true);
    HttpResponse<String> answer = send("GET", "/health");
    DOWN.set(false);

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).contains("\"status\":\"down\"").contains("\"thing\":\"down\"");
  }

  @Test
  void the_trace_goes_on_to_the_peer() throws Exception {
    PEER.on("GET", "/x", 200, "{\"a\":1}");

    send("GET", "/peer", "traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");

    List<TestPeer.Call> calls = PEER.calls();
    assertThat(calls.get(calls.size() - 1).headers().get("traceparent"))
        .startsWith("00-4bf92f3577b34da6a3ce929d0e0e4736-")
        .doesNotContain("00f067aa0ba902b7");
  }

  @Test
  void a_peers_problem_is_passed_on_and_a_peers_failure_is_503() throws Exception {
    PEER.on(
        "GET",
        "/x",
        422,
        "{\"type\":\"urn:cornershop:problem:unknown-product\",\"title\":\"t\",\"sku\":\"A\"}");
    HttpResponse<String> passedOn = send("GET", "/peer");
    assertProblem(passedOn, 422, "unknown-product");
    assertThat(passedOn.body()).contains("\"sku\":\"A\"");

    PEER.on("GET", "/x", 500, "oops");
    assertUnavailable();
    PEER.on("GET", "/x", 200, "<html>");
    assertUnavailable();
    PEER.on("GET", "/x", 422, "<html>");
    assertUnavailable();
    PEER.on("GET", "/x", call -> late());
    assertUnavailable();
  }

  private static TestPeer.Reply late() {
    java.util.concurrent.locks.LockSupport.parkNanos(Duration.ofSeconds(2).toNanos());
    return TestPeer.Reply.json(200, "{}");
  }

  private static void assertUnavailable() throws Exception {
    HttpResponse<String> answer = send("GET", "/peer");
    assertProblem(answer, 503, "dependency-unavailable");
    assertThat(answer.body()).contains("\"dependency\":\"pricing\"");
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
  }
}

package dev.trestle.host.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.trestle.protocol.Fault;
import dev.trestle.protocol.Interaction;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class HttpRelayTest {

  private static final String ADA = "7e57ca5e16cd43dd8448eb211c80319c";
  private static final String BOB = "7e57ca5e17cd43dd8448eb211c80319c";

  private final HttpClient client = HttpClient.newHttpClient();
  private final AtomicInteger asked = new AtomicInteger();
  private final CountDownLatch first = new CountDownLatch(1);
  private final EdgeProxies proxies = new EdgeProxies();
  private final Edges edges = new Edges(proxies);
  private HttpServer provider;
  private int port;

  @Test
  void an_error_of_the_proxy_costs_one_connection_and_not_all_edges() throws Exception {
    AtomicInteger begun = new AtomicInteger();
    EdgeWatch failing =
        new EdgeWatch() {
          @Override
          public Optional<Fault.Effect> begun(Exchange exchange) {
            if (begun.incrementAndGet() == 1) {
              throw new IllegalStateException("a mistake");
            }
            return Optional.empty();
          }

          @Override
          public void ended(Exchange exchange) {}
        };
    EdgeProxy proxy = proxies.open(new Edge("cart", "pricing", port, Edge.Kind.HTTP), failing);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + proxy.port() + "/"))
            .POST(HttpRequest.BodyPublishers.noBody()) // a GET would be tried again
            .timeout(Duration.ofSeconds(30))
            .build();
    assertThatThrownBy(() -> client.send(request, HttpResponse.BodyHandlers.ofString()))
        .isInstanceOf(IOException.class);
    assertThat(client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
        .isEqualTo(201);
  }

  @BeforeEach
  void start() throws IOException {
    provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    provider.createContext(
        "/",
        exchange -> {
          asked.incrementAndGet();
          first.countDown();
          byte[] body = exchange.getRequestBody().readAllBytes();
          exchange.getResponseHeaders().set("ETag", "\"7\"");
          exchange.getResponseHeaders().put("Set-Cookie", List.of("a=1", "b=2"));
          String asked =
              exchange.getRequestMethod()
                  + " "
                  + exchange.getRequestURI()
                  + " "
                  + exchange.getRequestHeaders().getFirst("X-Name")
                  + " "
                  + new String(body, StandardCharsets.UTF_8);
          byte[] answer = asked.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(201, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    provider.start();
    port =
        edges.open(
            new Edge("checkout", "inventory", provider.getAddress().getPort(), Edge.Kind.HTTP));
  }

  @AfterEach
  void stop() {
    edges.close();
    proxies.close();
    provider.stop(0);
  }

  @Test
  void an_interaction_passes_unchanged() throws IOException, InterruptedException {
    HttpResponse<String> response =
        client.send(
            request(port, ADA)
                .header("X-Name", "Ada")
                .method("PATCH", HttpRequest.BodyPublishers.ofString("two"))
                .build(),
            HttpResponse.BodyHandlers.ofString());

    assertThat(response.statusCode()).isEqualTo(201);
    assertThat(response.body()).isEqualTo("PATCH /stock/BEANS%2F1?warehouse=a%20b Ada two");
    assertThat(response.headers().firstValue("ETag")).contains("\"7\"");
    assertThat(response.headers().allValues("Set-Cookie")).containsExactlyInAnyOrder("a=1", "b=2");
  }

  @Test
  void an_interaction_is_recorded_for_its_scenario() throws IOException, InterruptedException {
    send(ADA);

    assertThat(edges.interactions(BOB)).isEmpty();
    Interaction seen = edges.interactions(ADA).get(0);
    assertThat(List.of(seen.consumer(), seen.provider(), seen.method(), seen.path()))
        .containsExactly("checkout", "inventory", "GET", "/stock/BEANS%2F1?warehouse=a%20b");
    assertThat(seen.status()).isEqualTo(201);
    assertThat(seen.requestHeaders()).containsKey("traceparent");
    assertThat(seen.responseBody()).startsWith("GET /stock");
  }

  @Test
  void a_call_whose_consumer_gave_up_is_recorded_without_an_answer()
      throws IOException, InterruptedException {
    edges.fault(fault(new Fault.Delay(60_000)));
    HttpRequest impatient = request(port, ADA).timeout(Duration.ofMillis(200)).GET().build();

    assertThatThrownBy(() -> client.send(impatient, HttpResponse.BodyHandlers.ofString()))
        .isInstanceOf(HttpTimeoutException.class);

    assertThat(edges.interactions(ADA)).extracting(Interaction::status).containsExactly(0);
  }

  @Test
  void an_answer_in_the_providers_place_reaches_one_scenario_only()
      throws IOException, InterruptedException {
    edges.fault(fault(new Fault.Answer(503, "application/json", "{}")));

    HttpResponse<String> broken = send(ADA);
    HttpResponse<String> whole = send(BOB);

    assertThat(broken.statusCode()).isEqualTo(503);
    assertThat(broken.body()).isEqualTo("{}");
    assertThat(broken.headers().firstValue("Content-Type")).contains("application/json");
    assertThat(whole.statusCode()).isEqualTo(201);
    assertThat(asked).hasValue(1);
    assertThat(edges.interactions(ADA)).extracting(Interaction::status).containsExactly(503);
  }

  @Test
  void a_call_that_is_refused_does_not_reach_the_provider() {
    edges.fault(fault(new Fault.Refusal()));

    assertThatThrownBy(() -> send(ADA)).isInstanceOf(IOException.class);
    assertThat(edges.interactions(ADA)).extracting(Interaction::status).contains(0);
    assertThat(asked).hasValue(0);
  }

  @Test
  void a_delayed_answer_comes_after_the_provider_was_asked() throws InterruptedException {
    edges.fault(fault(new Fault.Delay(600_000)));
    HttpRequest impatient = request(port, ADA).timeout(Duration.ofMillis(300)).build();

    assertThatThrownBy(() -> client.send(impatient, HttpResponse.BodyHandlers.ofString()))
        .isInstanceOf(HttpTimeoutException.class);
    assertThat(first.await(20, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void a_provider_that_is_down_is_a_cut_connection_to_a_consumer_and_a_reason_to_the_test()
      throws IOException, InterruptedException {
    int test =
        edges.open(
            new Edge(Edge.TEST, "inventory", provider.getAddress().getPort(), Edge.Kind.HTTP));
    provider.stop(0);

    assertThatThrownBy(() -> send(ADA)).isInstanceOf(IOException.class);
    HttpResponse<String> response =
        client.send(request(test, ADA).build(), HttpResponse.BodyHandlers.ofString());
    assertThat(response.statusCode()).isEqualTo(502);
    assertThat(response.body()).startsWith("Service 'inventory' does not answer at 127.0.0.1:");
  }

  @Test
  void an_edge_has_one_proxy() throws IOException {
    assertThat(
            edges.open(
                new Edge("checkout", "inventory", provider.getAddress().getPort(), Edge.Kind.HTTP)))
        .isEqualTo(port);
    assertThat(edges.all()).hasSize(1);
  }

  private HttpResponse<String> send(String traceId) throws IOException, InterruptedException {
    return client.send(request(port, traceId).build(), HttpResponse.BodyHandlers.ofString());
  }

  private static HttpRequest.Builder request(int port, String traceId) {
    return HttpRequest.newBuilder(
            URI.create("http://127.0.0.1:" + port + "/stock/BEANS%2F1?warehouse=a%20b"))
        .header("traceparent", "00-" + traceId + "-b7ad6b7169203331-01");
  }

  private static Fault fault(Fault.Effect effect) {
    return new Fault(ADA, "checkout", "inventory", "GET /stock/*", 0, 0, effect);
  }
}

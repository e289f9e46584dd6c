package dev.trestle.host.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.trestle.host.contract.ContractMode;
import dev.trestle.host.contract.ContractPlan;
import dev.trestle.protocol.Fault;
import dev.trestle.protocol.ScenarioTrace;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two runs in one environment: what the first began is nothing to the second. */
final class RunsOnEdgesTest {

  private static final String FIRST = ScenarioTrace.mark("the first run");
  private static final String SECOND = ScenarioTrace.mark("the second run");
  private static final String DOCUMENT =
      """
      openapi: 3.1.0
      paths:
        /orders:
          get:
            responses:
              "200":
                description: ok
                content:
                  application/json:
                    schema: { type: object, properties: { id: { type: integer } } }
      """;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final EdgeProxies proxies = new EdgeProxies();
  private final Edges edges = new Edges(proxies);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch mayAnswer = new CountDownLatch(1);
  private HttpServer provider;
  private int fromCart;
  private int fromTest;
  @TempDir private Path folder;

  @BeforeEach
  void start() throws IOException {
    Files.writeString(folder.resolve("orders.yaml"), DOCUMENT);
    provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    provider.setExecutor(threads);
    provider.createContext(
        "/",
        exchange -> {
          if ("late".equals(exchange.getRequestURI().getQuery())) {
            asked.countDown();
            await(mayAnswer);
          }
          byte[] wrong = "{\"id\":\"seven\"}".getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, wrong.length);
          exchange.getResponseBody().write(wrong);
          exchange.close();
        });
    provider.start();
    int port = provider.getAddress().getPort();
    fromCart = edges.open(new Edge("cart", "orders", port, Edge.Kind.HTTP));
    fromTest = edges.open(new Edge(Edge.TEST, "orders", port, Edge.Kind.HTTP));
  }

  @AfterEach
  void stop() {
    mayAnswer.countDown();
    edges.close();
    proxies.close();
    provider.stop(0);
    threads.shutdownNow();
  }

  private void begin(String mark) {
    edges.beginRun(mark);
    Map<String, Path> documents = Map.of("orders", folder.resolve("orders.yaml"));
    edges.contracts().begin(new ContractPlan(ContractMode.FAIL, documents, List.of(), folder));
  }

  @Test
  void a_late_answer_is_nothing_to_the_next_run() throws Exception {
    begin(FIRST);
    CompletableFuture<HttpResponse<String>> late =
        client.sendAsync(
            request(fromCart, "/orders?late", ScenarioTrace.random(FIRST)),
            BodyHandlers.ofString());
    await(asked);

    begin(SECOND);
    mayAnswer.countDown();
    assertThat(late.get(20, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
    String own = ScenarioTrace.random(SECOND);
    assertThat(get(fromCart, own)).isEqualTo(200);

    InteractionReport report = report();
    assertThat(report.contracts().checked()).isEqualTo(1);
    assertThat(report.contracts().findings())
        .singleElement()
        .satisfies(finding -> assertThat(finding.scenarios()).containsExactly(own));
    assertThat(report.edges().get(0).count()).isEqualTo(1);
  }

  @Test
  void what_a_scenario_of_an_earlier_run_still_calls_is_nobodys() throws Exception {
    begin(FIRST);
    String old = ScenarioTrace.random(FIRST);
    assertThat(get(fromTest, old)).isEqualTo(200);
    begin(SECOND);

    assertThat(get(fromCart, old)).isEqualTo(200);
    assertThat(get(fromCart, "")).isEqualTo(200);
    String neverSeen = ScenarioTrace.random(FIRST);
    assertThat(get(fromCart, neverSeen)).isEqualTo(200);

    InteractionReport report = report();
    assertThat(report.contracts().checked()).isEqualTo(1); // that without a trace id
    assertThat(report.contracts().findings())
        .singleElement()
        .satisfies(finding -> assertThat(finding.scenarios()).isEmpty());
    assertThat(edges.interactions(old)).isEmpty();
    assertThat(edges.interactions(neverSeen)).isEmpty();
  }

  @Test
  void a_fault_of_an_earlier_run_is_gone_and_one_of_this_run_stays() throws Exception {
    begin(FIRST);
    String old = ScenarioTrace.random(FIRST);
    edges.fault(refusal(old));
    String next = ScenarioTrace.random(SECOND);
    edges.fault(refusal(next)); // as mutation does, before its run begins

    begin(SECOND);

    assertThat(edges.endScenario(old, "old", "").lines()).isEmpty();
    assertThat(edges.endScenario(next, "next", "").lines()).hasSize(1);
  }

  private InteractionReport report() {
    return edges.report(new Landscape(List.of(), List.of(), new PathTemplates(), Set.of("orders")));
  }

  private static Fault refusal(String traceId) {
    return new Fault(traceId, "cart", "orders", null, 0, 0, new Fault.Refusal());
  }

  private int get(int port, String traceId) throws IOException, InterruptedException {
    return client.send(request(port, "/orders", traceId), BodyHandlers.ofString()).statusCode();
  }

  private static HttpRequest request(int port, String path, String traceId) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    if (!traceId.isEmpty()) {
      request.header("traceparent", "00-" + traceId + "-b7ad6b7169203331-01");
    }
    return request.build();
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}

package dev.trestle.host.edge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.trestle.protocol.Fault;
import dev.trestle.protocol.Fault.Change;
import dev.trestle.protocol.FaultState;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which faults of a scenario count as unused, and what is said of them. */
final class UnusedFaultsTest {

  private static final String ADA = "7e57ca5e16cd43dd8448eb211c80319c";
  private static final String BOB = "7e57ca5e17cd43dd8448eb211c80319c";
  private static final Fault.Effect FAILS = new Fault.Answer(503, "text/plain", "");

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final EdgeProxies proxies = new EdgeProxies();
  private final Edges edges = new Edges(proxies);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CompletableFuture<String> hold = new CompletableFuture<>();
  private final CompletableFuture<String> held = new CompletableFuture<>();
  private HttpServer stock;
  private int fromTest;
  private int fromOrders;

  @BeforeEach
  void start() throws IOException {
    stock = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    stock.setExecutor(threads);
    stock.createContext(
        "/",
        exchange -> {
          if (exchange.getRequestURI().getPath().equals("/held")) {
            held.complete("");
            hold.join();
          }
          byte[] answer = "{\"left\":5}".getBytes(UTF_8);
          exchange.sendResponseHeaders(200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    stock.start();
    int port = stock.getAddress().getPort();
    fromOrders = edges.open(new Edge("orders", "stock", port, Edge.Kind.HTTP));
    fromTest = edges.open(new Edge("test", "orders", port, Edge.Kind.HTTP));
  }

  @AfterEach
  void stop() {
    hold.complete("");
    edges.close();
    proxies.close();
    stock.stop(0);
    threads.shutdownNow();
  }

  private void fault(@Nullable String calls, int skipped, int times, Fault.Effect effect) {
    edges.fault(new Fault(ADA, "orders", "stock", calls, skipped, times, effect, "a.feature:3"));
  }

  private static HttpRequest request(int port, String traceId, String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .timeout(Duration.ofSeconds(20));
    if (!traceId.isEmpty()) {
      request.header("traceparent", "00-" + traceId + "-b7ad6b7169203331-01");
    }
    return request.build();
  }

  private int call(int port, String traceId, String path) throws Exception {
    return client.send(request(port, traceId, path), BodyHandlers.ofString()).statusCode();
  }

  private List<String> unused() {
    return edges.endScenario(ADA, "Ada", "a.feature:1").unused();
  }

  @Test
  void a_fault_that_met_a_call_is_used() throws Exception {
    fault("GET /item", 0, 0, FAILS);
    assertThat(call(fromOrders, ADA, "/item")).isEqualTo(503);

    assertThat(unused()).isEmpty();
  }

  @Test
  void a_fault_without_a_call_says_which_calls_there_were_and_why_they_do_not_match()
      throws Exception {
    call(fromOrders, ADA, "/itme?id=2");
    fault("GET /itme?id=2", 0, 0, FAILS);
    call(fromOrders, ADA, "/item");
    call(fromOrders, ADA, "/item");
    call(fromOrders, ADA, "/itme?id=3");

    assertThat(unused())
        .containsExactly(
            """
            The fault 'orders -> stock for GET /itme?id=2: answered 503 in the provider's place' met \
            no call, so it tested nothing.
            Calls of 'orders' to 'stock' in this scenario:
              1 × GET /itme?id=2: it came before the fault was set
              2 × GET /item: the path is not /itme
              1 × GET /itme?id=3: the query does not have id=2
            Look at a.feature:3.
            Correct the calls in the step, or remove it; tag the scenario @unused-faults if the \
            fault may stay unused.""");
  }

  @Test
  void a_fault_on_an_edge_without_calls_names_the_edges_that_were_used() throws Exception {
    fault(null, 0, 0, FAILS);
    call(fromTest, ADA, "/orders");

    assertThat(unused())
        .singleElement()
        .asString()
        .contains(
            "'orders' did not call 'stock' in this scenario. Connections that it used: test ->"
                + " orders.");
  }

  @Test
  void calls_that_lost_the_trace_explain_it() throws Exception {
    edges.beginRun("");
    fault(null, 0, 0, FAILS);
    HttpRequest served = request(fromTest, ADA, "/held");
    var answer = client.sendAsync(served, BodyHandlers.ofString());
    held.join();
    assertThat(call(fromOrders, "", "/item")).isEqualTo(200);
    hold.complete("");
    answer.join();

    FaultState state = edges.faults(ADA);
    assertThat(state.own())
        .singleElement()
        .asString()
        .endsWith("used 0 time(s) in 0 call(s); 1 call(s) there came without traceparent");
    assertThat(unused())
        .singleElement()
        .asString()
        .contains("'orders' made 1 call(s) to 'stock' without the scenario's trace id");
    assertThat(edges.lostTraces())
        .singleElement()
        .asString()
        .startsWith("Service 'orders' made 1 call(s) without the scenario's trace id")
        .contains("1 to stock");
    edges.beginRun("");
    assertThat(edges.lostTraces()).isEmpty();
  }

  @Test
  void background_work_is_no_lost_trace() throws Exception {
    edges.beginRun("");
    call(fromOrders, "", "/poll");
    call(fromTest, ADA, "/orders");
    call(fromOrders, "", "/poll");

    assertThat(edges.lostTraces()).isEmpty();
  }

  @Test
  void a_fault_from_call_3_on_is_unused_after_two_calls() throws Exception {
    fault(null, 2, 0, FAILS);
    call(fromOrders, ADA, "/item");
    call(fromOrders, ADA, "/item");

    assertThat(unused())
        .singleElement()
        .asString()
        .startsWith("The fault 'orders -> stock from call 3 on: answered 503")
        .contains("2 × GET /item: the fault begins with call 3");
  }

  @Test
  void a_fault_from_call_3_on_is_used_by_the_third_call() throws Exception {
    fault(null, 2, 0, FAILS);
    for (int i = 0; i < 3; i++) {
      call(fromOrders, ADA, "/item");
    }

    assertThat(unused()).isEmpty();
  }

  @Test
  void a_fault_that_was_lifted_before_any_call_is_unused() throws Exception {
    fault(null, 0, 0, FAILS);
    edges.lift(new Fault.Lifted(ADA, "orders", "stock"));
    call(fromOrders, ADA, "/item");

    assertThat(unused())
        .singleElement()
        .asString()
        .contains("1 × GET /item: it came after the fault was lifted");
  }

  @Test
  void a_fault_that_was_lifted_after_a_call_is_used() throws Exception {
    fault(null, 0, 0, FAILS);
    call(fromOrders, ADA, "/item");
    edges.lift(new Fault.Lifted(ADA, "orders", "stock"));

    assertThat(unused()).isEmpty();
  }

  @Test
  void a_fault_that_is_set_twice_or_replaced_by_a_newer_one_is_used() throws Exception {
    fault(null, 0, 0, FAILS);
    fault(null, 0, 0, FAILS);
    fault(null, 0, 0, new Fault.Delay(1));
    call(fromOrders, ADA, "/item");

    assertThat(unused()).isEmpty();
  }

  @Test
  void each_of_two_unused_faults_is_told() {
    fault(null, 0, 0, FAILS);
    fault("GET /item", 0, 0, new Fault.Delay(1));

    assertThat(unused()).hasSize(2);
  }

  @Test
  void a_call_in_progress_counts() throws Exception {
    fault(null, 0, 0, new Fault.Changed(Change.FIELD_NULL, "$.left"));
    var answer = client.sendAsync(request(fromOrders, ADA, "/held"), BodyHandlers.ofString());
    held.join();

    assertThat(unused()).isEmpty();
    hold.complete("");
    assertThat(answer.join().body()).isEqualTo("{\"left\":null}");
  }

  @Test
  void a_fault_that_never_answers_is_used_by_the_call_that_waits() throws Exception {
    fault(null, 0, 0, new Fault.Silence());
    HttpRequest impatient =
        HttpRequest.newBuilder(request(fromOrders, ADA, "/item"), (name, value) -> true)
            .timeout(Duration.ofMillis(200))
            .build();
    assertThatThrownBy(() -> client.send(impatient, BodyHandlers.ofString()))
        .isInstanceOf(IOException.class);

    assertThat(unused()).isEmpty();
  }

  @Test
  void a_fault_that_changed_nothing_is_unused_and_says_why() throws Exception {
    fault(null, 0, 0, new Fault.Changed(Change.FIELD_NULL, "$.total"));
    call(fromOrders, ADA, "/item");
    call(fromOrders, ADA, "/item");

    Edges.EndedFaults ended = edges.endScenario(ADA, "Ada", "a.feature:1");
    assertThat(ended.lines())
        .containsExactly(
            "orders -> stock: the answer came with null at $.total; used 2 time(s) in 2 call(s);"
                + " nothing was changed in 2 of them: the answer has no $.total");
    assertThat(ended.unused())
        .containsExactly(
            """
            The fault 'orders -> stock: the answer came with null at $.total' met calls but changed \
            nothing, so it tested nothing.
            Why:
              2 × the answer has no $.total
            Look at a.feature:3.
            Correct what the step changes, or the calls that it means.""");
  }

  static Stream<Fault.Effect> effectsOnAnswers() {
    return Stream.of(
        new Fault.Delay(1),
        new Fault.Reset(),
        new Fault.CutShort(),
        new Fault.Twice(),
        new Fault.Changed(Change.EMPTY, ""),
        new Fault.Changed(Change.FIELD_NULL, "$.left"),
        new Fault.Swapped("$.left", List.of("1")),
        new Fault.Restated(200, 503),
        new Fault.Replaced(200, "application/json", "{}"));
  }

  @ParameterizedTest
  @MethodSource("effectsOnAnswers")
  void a_fault_on_answers_changes_nothing_where_there_is_no_answer(Fault.Effect effect)
      throws Exception {
    for (boolean closes : new boolean[] {false, true}) {
      for (String consumer : new String[] {"orders", "test"}) {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
          Edge edge = new Edge(consumer, "silent" + closes, silent.getLocalPort(), Edge.Kind.HTTP);
          int port = edges.open(edge);
          if (closes) {
            threads.execute(() -> closeAll(silent));
          } else {
            silent.close();
          }
          edges.fault(new Fault(ADA, consumer, edge.provider(), null, 0, 0, effect, "a.feature:3"));
          client
              .sendAsync(request(port, ADA, "/item"), BodyHandlers.ofString())
              .handle((response, error) -> "over")
              .join();

          assertThat(unused())
              .as("%s, %s, closes: %s", effect, consumer, closes)
              .singleElement()
              .asString()
              .contains("met calls but changed nothing", "× the provider gave no answer");
        }
      }
    }
  }

  private static void closeAll(ServerSocket server) {
    while (!server.isClosed()) {
      try (Socket accepted = server.accept()) {
        accepted.getInputStream().read(new byte[4096]);
      } catch (IOException e) {
        // It is over.
      }
    }
  }

  @Test
  void a_fault_on_a_request_that_breaks_off_changes_nothing() throws Exception {
    fault(null, 0, 0, FAILS);
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), fromOrders)) {
      String half =
          "POST /item HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\ntraceparent: 00-"
              + ADA
              + "-b7ad6b7169203331-01\r\n\r\nhalf";
      socket.getOutputStream().write(half.getBytes(UTF_8));
      socket.shutdownOutput();
      assertThatThrownBy(() -> assertThat(socket.getInputStream().read()).isNotNegative())
          .isInstanceOfAny(IOException.class, AssertionError.class);
    }

    assertThat(unused())
        .singleElement()
        .asString()
        .contains("1 × the request did not come as a whole");
  }

  @Test
  void a_fault_of_a_trial_is_never_unused() {
    edges.trials().begin(new Fault(ADA, "orders", "stock", null, 0, 0, FAILS));

    assertThat(unused()).isEmpty();
  }

  @Test
  void faults_of_others_on_the_same_services_are_known() throws Exception {
    edges.fault(new Fault(BOB, "orders", "stock", null, 0, 0, FAILS));
    edges.fault(new Fault(BOB, "cart", "pricing", null, 0, 0, FAILS));
    call(fromTest, ADA, "/orders");

    assertThat(edges.faults(ADA).others())
        .containsExactly("orders -> stock: answered 503 in the provider's place");
    edges.endScenario(BOB, "Bob", "b.feature:1");
    assertThat(edges.faults(ADA).others()).hasSize(1);
    edges.endScenario(ADA, "Ada", "a.feature:1");
    call(fromTest, ADA, "/orders");
    assertThat(edges.faults(ADA.replace("16", "18")).others()).isEmpty();
  }
}

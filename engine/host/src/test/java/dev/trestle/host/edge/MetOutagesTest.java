package dev.trestle.host.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.trestle.protocol.Outage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which outages of a scenario met a call or a connection, and what is said of the others. */
final class MetOutagesTest {

  private static final String ADA = "7e57ca5e16cd43dd8448eb211c80319c";

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final EdgeProxies proxies = new EdgeProxies();
  private final Edges edges = new Edges(proxies);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CompletableFuture<String> held = new CompletableFuture<>();
  private final CompletableFuture<String> hold = new CompletableFuture<>();
  private HttpServer stock;
  private ServerSocket postgres;
  private int http;
  private int tcp;
  private int other;

  @BeforeEach
  void start() throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    stock = HttpServer.create(new InetSocketAddress(loopback, 0), 0);
    stock.setExecutor(threads);
    stock.createContext(
        "/",
        exchange -> {
          if (exchange.getRequestURI().getPath().equals("/held")) {
            held.complete("");
            hold.join();
          }
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    stock.start();
    postgres = new ServerSocket(0, 5, loopback);
    int port = stock.getAddress().getPort();
    http = edges.open(new Edge("orders", "stock", port, Edge.Kind.HTTP));
    other = edges.open(new Edge("test", "orders", port, Edge.Kind.HTTP));
    tcp = edges.open(new Edge("orders", "postgres", postgres.getLocalPort(), Edge.Kind.TCP));
  }

  @AfterEach
  void stop() throws IOException {
    hold.complete("");
    edges.close();
    proxies.close();
    stock.stop(0);
    postgres.close();
    threads.shutdownNow();
  }

  private void call(int port) throws Exception {
    client.send(request(port, "/"), BodyHandlers.discarding());
  }

  private static HttpRequest request(int port, String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .header("traceparent", "00-" + ADA + "-b7ad6b7169203331-01")
        .build();
  }

  private void begin(Outage.Event event) {
    edges.begin(new Outage(ADA, event, "a.feature:3"), true);
  }

  private List<String> unused() {
    return edges.endScenario(ADA, "Ada", "a.feature:1").unused();
  }

  /** What the matrix has for an edge, without the calls. */
  private List<String> counted(String provider) {
    Landscape landscape = new Landscape(List.of(), List.of(), new PathTemplates(), Set.of());
    return edges.report(landscape).edges().stream()
        .filter(edge -> edge.provider().equals(provider))
        .flatMap(edge -> edge.outcomes().keySet().stream())
        .filter(outcome -> !outcome.equals("exercised"))
        .toList();
  }

  static List<Outage.Event> events() {
    return List.of(
        new Outage.Stopped("stock"),
        new Outage.Paused("stock"),
        new Outage.Cut("orders", "stock"),
        new Outage.Slowed("orders", "stock", 20));
  }

  @ParameterizedTest
  @MethodSource("events")
  void an_outage_during_which_nobody_called_is_unused_and_counts_nowhere(Outage.Event event)
      throws Exception {
    call(http);
    begin(event);
    call(other);
    edges.over(each -> true);
    call(http);

    assertThat(unused())
        .singleElement()
        .asString()
        .startsWith("The outage '")
        .contains("' met no call, so it tested nothing.\n")
        .contains("While it lasted, nobody called or connected on: orders -> stock.")
        .contains("Connections that the scenario used: orders -> stock, test -> orders.")
        .contains("\nLook at a.feature:3.\nLet the scenario need it during the outage, or remove")
        .endsWith("@unused-faults if the outage may stay unused.");
    assertThat(counted("stock")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("events")
  void an_outage_that_met_a_call_is_used_and_counts(Outage.Event event) throws Exception {
    begin(event);
    call(http);
    edges.over(each -> true);

    assertThat(unused()).isEmpty();
    assertThat(counted("stock")).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("events")
  void an_outage_that_met_a_call_in_progress_is_used(Outage.Event event) throws Exception {
    var answer = client.sendAsync(request(http, "/held"), BodyHandlers.discarding());
    held.join();
    begin(event);

    assertThat(unused()).isEmpty();
    hold.complete("");
    answer.join();
  }

  @Test
  void a_cut_connection_is_met_by_who_tries_it() throws IOException {
    begin(new Outage.Cut("orders", "stock"));
    edges.change("orders", "stock", Condition.CUT);
    try (Socket socket = connect(http)) {
      assertThat(readsNothing(socket)).isTrue();
    }

    assertThat(unused()).isEmpty();
    assertThat(counted("stock")).containsExactly("refused");
  }

  @Test
  void a_stopped_service_is_not_met_by_a_connection_without_a_call() throws IOException {
    begin(new Outage.Stopped("stock"));
    try (Socket socket = connect(http)) {
      socket.shutdownOutput();
      assertThat(readsNothing(socket)).isTrue();
    }

    assertThat(unused()).hasSize(1);
  }

  private static Socket connect(int port) throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), port);
  }

  private static boolean readsNothing(Socket socket) {
    try {
      return socket.getInputStream().read() < 0;
    } catch (IOException e) {
      return true;
    }
  }

  @Test
  void an_outage_of_a_database_is_met_by_a_connection_that_is_there_or_is_tried()
      throws IOException {
    begin(new Outage.Stopped("postgres"));
    assertThat(unused()).hasSize(1);
    begin(new Outage.Stopped("postgres"));
    try (Socket socket = connect(tcp);
        Socket accepted = postgres.accept()) {
      socket.getOutputStream().write("x".getBytes(StandardCharsets.UTF_8));
      assertThat(accepted.getInputStream().read()).isEqualTo('x');
      assertThat(unused()).isEmpty();

      begin(new Outage.Slowed("orders", "postgres", 20));
      assertThat(unused()).isEmpty();
    }
    assertThat(counted("postgres")).containsExactlyInAnyOrder("refused", "slow");
  }

  @Test
  void a_restart_is_used_by_itself_and_counts_where_it_was_met() {
    begin(new Outage.Restarted("stock"));

    assertThat(unused()).isEmpty();
    assertThat(counted("stock")).isEmpty();
  }

  @Test
  void one_that_was_stopped_and_is_back_by_a_step_was_restarted() {
    begin(new Outage.Stopped("stock"));
    edges.back("stock");
    begin(new Outage.Paused("stock"));
    edges.back("stock");
    begin(new Outage.Stopped("stock"));
    edges.over(each -> true); // the scenario's end

    assertThat(edges.endScenario(ADA, "Ada", "a.feature:1").unused())
        .hasSize(2)
        .anyMatch(each -> each.contains("'stock is paused'"))
        .anyMatch(each -> each.contains("'stock is stopped'"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"orders", "scheduler"})
  void one_that_only_the_test_calls_may_matter_by_what_it_does_itself(String service)
      throws IOException {
    int port = stock.getAddress().getPort();
    edges.open(new Edge("test", "scheduler", port, Edge.Kind.HTTP));
    begin(new Outage.Stopped(service));

    Edges.EndedFaults ended = edges.endScenario(ADA, "Ada", "a.feature:1");
    assertThat(ended.unused()).isEmpty();
    assertThat(ended.lines()).containsExactly(service + " is stopped; met no call");
    assertThat(ended.unmet())
        .singleElement()
        .asString()
        .startsWith("The outage '" + service + " is stopped' met no call.\n")
        .contains("No service calls '" + service + "' over an edge")
        .contains("\nLook at a.feature:3.\n")
        .endsWith("@unused-faults if the outage may stay unused.");
  }

  @Test
  void a_connection_of_the_test_that_is_cut_has_to_be_met() {
    begin(new Outage.Cut("test", "orders"));

    assertThat(unused()).hasSize(1);
  }

  @Test
  void what_cannot_be_seen_is_not_judged() {
    edges.begin(new Outage(ADA, new Outage.Stopped("stock")), false); // it hears a broker
    begin(new Outage.Stopped("worker")); // no edge leads to it

    Edges.EndedFaults ended = edges.endScenario(ADA, "Ada", "a.feature:1");
    assertThat(ended.unused()).isEmpty();
    assertThat(ended.lines())
        .containsExactly("stock is stopped; met no call", "worker is stopped; met no call");
  }

  @Test
  void an_outage_that_could_not_happen_or_happens_twice_is_judged_once() {
    Outage impossible = new Outage(ADA, new Outage.Paused("stock"));
    edges.begin(impossible, true);
    edges.withdraw(impossible);
    begin(new Outage.Stopped("stock"));
    begin(new Outage.Stopped("stock"));

    assertThat(unused()).hasSize(1);
    assertThat(unused()).isEmpty();
  }
}

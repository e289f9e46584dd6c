package dev.trestle.host.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.trestle.protocol.CallPattern;
import dev.trestle.protocol.EdgeView;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much is seen of the calls of an edge. */
final class EdgeViewTest {

  private static final String ADA = "7e57ca5e16cd43dd8448eb211c80319c";
  private static final String BOB = "7e57ca5e17cd43dd8448eb211c80319c";

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final EdgeProxies proxies = new EdgeProxies();
  private final Edges edges = new Edges(proxies);
  private final long before = System.nanoTime();
  private HttpServer stock;
  private int http;
  private int tcp;
  private int test;

  @BeforeEach
  void start() throws IOException {
    stock = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    stock.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    stock.start();
    int port = stock.getAddress().getPort();
    http = edges.open(new Edge("orders", "stock", port, Edge.Kind.HTTP));
    test = edges.open(new Edge("test", "orders", port, Edge.Kind.HTTP));
    tcp = edges.open(new Edge("orders", "postgres", port, Edge.Kind.TCP));
  }

  @AfterEach
  void stop() {
    edges.close();
    proxies.close();
    stock.stop(0);
  }

  private EdgeView view(String provider) {
    return edges.view("orders", provider, null, ADA, before);
  }

  @Test
  void an_edge_that_nobody_used_is_seen() {
    EdgeView view = view("stock");

    assertThat(view.isKnown()).isTrue();
    assertThat(view.isRead()).isTrue();
    assertThat(view.unread()).isEmpty();
    assertThat(view.lost()).isZero();
    assertThat(view.edges())
        .containsExactly("orders -> stock", "test -> orders", "orders -> postgres");
  }

  @Test
  void two_services_without_an_edge_are_not_seen() {
    assertThat(view("pricing").isKnown()).isFalse();
  }

  @Test
  void an_edge_over_tcp_is_not_read() throws IOException {
    assertThat(view("postgres").isRead()).isFalse();
    send(tcp, "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    assertThat(view("postgres").unread()).isNotEmpty();
  }

  @Test
  void a_connection_that_turned_unread_before_the_scenario_is_unread_in_it() throws IOException {
    try (ServerSocket provider = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Edge edge = new Edge("orders", "queue", provider.getLocalPort(), Edge.Kind.HTTP);
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), edges.open(edge));
          Socket accepted = provider.accept()) {
        pass(socket, accepted, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
        assertThat(edges.view("orders", "queue", null, ADA, before).isRead()).isTrue();
        assertThat(edges.view("orders", "queue", null, ADA, before).unread()).isNotEmpty();
        long later = System.nanoTime();
        assertThat(edges.view("orders", "queue", null, ADA, later).unread()).isEmpty();
        pass(socket, accepted, "a frame");

        assertThat(edges.view("orders", "queue", null, ADA, later).unread()).isNotEmpty();
      }
    }
  }

  @Test
  void what_follows_an_upgrade_is_no_call_that_was_missed() throws IOException {
    try (ServerSocket provider = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Edge edge = new Edge("orders", "queue", provider.getLocalPort(), Edge.Kind.HTTP);
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), edges.open(edge));
          Socket accepted = provider.accept()) {
        pass(socket, accepted, "GET / HTTP/1.1\r\nUpgrade: websocket\r\n\r\n");
        pass(accepted, socket, "HTTP/1.1 101 Yes\r\nUpgrade: websocket\r\n\r\n");
        pass(socket, accepted, "a frame");

        assertThat(edges.view("orders", "queue", null, ADA, before).unread()).isEmpty();
      }
    }
  }

  /** A consumer and a provider with an edge between them. */
  private interface Talk {
    void between(Socket consumer, Socket provider) throws IOException;
  }

  private void talk(Talk talk) throws IOException {
    try (ServerSocket provider = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Edge edge = new Edge("orders", "queue", provider.getLocalPort(), Edge.Kind.HTTP);
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), edges.open(edge));
          Socket accepted = provider.accept()) {
        talk.between(socket, accepted);
      }
    }
  }

  private String unreadOfQueue() {
    return edges.view("orders", "queue", null, ADA, before).unread();
  }

  @Test
  void a_request_that_crosses_the_end_of_its_idle_connection_is_no_call_that_was_missed()
      throws IOException {
    talk(
        (consumer, provider) -> {
          pass(consumer, provider, "GET /a HTTP/1.1\r\nHost: a\r\n\r\n");
          pass(provider, consumer, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
          provider.shutdownOutput();
          assertThat(consumer.getInputStream().read()).isNegative();
          pass(consumer, provider, "POST /b HTTP/1.1\r\nContent-Length: 6\r\n\r\nabc");
          pass(consumer, provider, "def");
        });

    assertThat(unreadOfQueue()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "HTTP/1.1 200 OK~Content-Length: 2~Transfer-Encoding: chunked~~|"
            + " the end of an answer of 'queue' is in doubt",
        "HTTP/1.1 200 OK~Transfer-Encoding: chunked~~zz~|"
            + " the end of an answer of 'queue' is in doubt",
        "HELO queue~~| what 'queue' answered is not HTTP/1"
      })
  void what_follows_an_answer_that_cannot_be_read_is_unread_by_the_fault_of_the_provider(
      String answer, String why) throws IOException {
    talk(
        (consumer, provider) -> {
          pass(consumer, provider, "GET /a HTTP/1.1\r\nHost: a\r\n\r\n");
          pass(provider, consumer, answer.replace("~", "\r\n"));
          assertThat(unreadOfQueue()).as("nothing was missed yet").isEmpty();
          pass(consumer, provider, "GET /b HTTP/1.1\r\nHost: a\r\n\r\n");
        });

    assertThat(unreadOfQueue()).isEqualTo(why);
  }

  @Test
  void what_follows_a_request_without_a_clear_end_is_unread_by_the_fault_of_the_consumer()
      throws IOException {
    talk(
        (consumer, provider) -> {
          pass(consumer, provider, "POST /a HTTP/1.1\r\nContent-Length: x\r\n\r\n");
          pass(provider, consumer, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
          pass(consumer, provider, "GET /b HTTP/1.1\r\nHost: a\r\n\r\n");
        });

    assertThat(unreadOfQueue()).isEqualTo("the end of a request of 'orders' is in doubt");
  }

  @Test
  void what_is_not_http_is_unread_by_the_fault_of_the_consumer() throws IOException {
    talk((consumer, provider) -> pass(consumer, provider, "PRI * HTTP/2.0\r\n\r\nSM"));

    assertThat(unreadOfQueue()).isEqualTo("what 'orders' sent is not an HTTP/1 request");
  }

  private void call(int port, String path, String traceId) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    if (!traceId.isEmpty()) {
      request.header("traceparent", "00-" + traceId + "-b7ad6b7169203331-01");
    }
    client.send(request.build(), BodyHandlers.discarding());
  }

  private int lost(String traceId) {
    return edges.view("orders", "stock", null, traceId, before).lost();
  }

  @Test
  void a_call_that_counts_for_the_only_scenario_is_not_lost_for_it() throws Exception {
    edges.beginRun("");
    call(test, "/order", ADA);
    call(http, "/item/1", "");

    assertThat(edges.interactions(ADA)).hasSize(2);
    assertThat(lost(ADA)).isZero();
    assertThat(lost(BOB)).as("it has begun and may have sent a message").isEqualTo(1);
    call(test, "/order", BOB);
    call(http, "/item/1", "");
    assertThat(lost(ADA)).isEqualTo(1);
    assertThat(lost(BOB)).isEqualTo(2);
  }

  @Test
  void what_was_called_while_nothing_ran_is_background_work_and_no_scenarios() throws Exception {
    call(http, "/health?at=1", "");
    edges.beginRun("");
    call(test, "/order", ADA);
    call(http, "/health?at=2", "");

    assertThat(lost(ADA)).isZero();
    assertThat(edges.interactions(ADA)).hasSize(1);
    call(test, "/order", BOB);
    call(http, "/health?at=3", "");
    call(http, "/health", "");
    assertThat(lost(BOB)).as("another operation").isEqualTo(1);
  }

  private static void pass(Socket from, Socket to, String bytes) throws IOException {
    from.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
    assertThat(to.getInputStream().readNBytes(bytes.length())).hasSize(bytes.length());
  }

  /** Sends and reads whatever comes, so that all has passed when this returns. */
  private static void send(int port, String bytes) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
      socket.shutdownOutput();
      socket.getInputStream().readAllBytes();
    }
  }

  @Test
  void calls_without_a_trace_id_count_where_they_match_also_before_a_scenario_called()
      throws Exception {
    edges.beginRun("");
    for (String path : new String[] {"/item/1", "/item/2", "/health"}) {
      URI uri = URI.create("http://127.0.0.1:" + http + path);
      client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding());
    }

    assertThat(view("stock").lost()).isEqualTo(3);
    CallPattern items = CallPattern.of("GET /item/*");
    assertThat(edges.view("orders", "stock", items, ADA, before).lost()).isEqualTo(2);
    assertThat(edges.view("orders", "stock", null, ADA, System.nanoTime()).lost()).isZero();
  }
}

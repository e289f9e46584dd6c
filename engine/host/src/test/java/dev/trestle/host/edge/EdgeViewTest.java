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

/** How much is seen of the calls of an edge. */
final class EdgeViewTest {

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final EdgeProxies proxies = new EdgeProxies();
  private final Edges edges = new Edges(proxies);
  private final long before = System.nanoTime();
  private HttpServer stock;
  private int http;
  private int tcp;

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
    tcp = edges.open(new Edge("orders", "postgres", port, Edge.Kind.TCP));
  }

  @AfterEach
  void stop() {
    edges.close();
    proxies.close();
    stock.stop(0);
  }

  private EdgeView view(String provider) {
    return edges.view("orders", provider, null, before);
  }

  @Test
  void an_edge_that_nobody_used_is_seen() {
    EdgeView view = view("stock");

    assertThat(view.isKnown()).isTrue();
    assertThat(view.isRead()).isTrue();
    assertThat(view.hasUnread()).isFalse();
    assertThat(view.lost()).isZero();
    assertThat(view.edges()).containsExactly("orders -> stock", "orders -> postgres");
  }

  @Test
  void two_services_without_an_edge_are_not_seen() {
    assertThat(view("pricing").isKnown()).isFalse();
  }

  @Test
  void an_edge_over_tcp_is_not_read() throws IOException {
    assertThat(view("postgres").isRead()).isFalse();
    send(tcp, "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    assertThat(view("postgres").hasUnread()).isTrue();
  }

  @Test
  void a_connection_that_turned_unread_before_the_scenario_is_unread_in_it() throws IOException {
    try (ServerSocket provider = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Edge edge = new Edge("orders", "queue", provider.getLocalPort(), Edge.Kind.HTTP);
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), edges.open(edge));
          Socket accepted = provider.accept()) {
        pass(socket, accepted, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
        assertThat(edges.view("orders", "queue", null, before).isRead()).isTrue();
        assertThat(edges.view("orders", "queue", null, before).hasUnread()).isTrue();
        long later = System.nanoTime();
        assertThat(edges.view("orders", "queue", null, later).hasUnread()).isFalse();
        pass(socket, accepted, "a frame");

        assertThat(edges.view("orders", "queue", null, later).hasUnread()).isTrue();
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

        assertThat(edges.view("orders", "queue", null, before).hasUnread()).isFalse();
      }
    }
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
    for (String path : new String[] {"/item/1", "/item/2", "/health"}) {
      URI uri = URI.create("http://127.0.0.1:" + http + path);
      client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding());
    }

    assertThat(view("stock").lost()).isEqualTo(3);
    CallPattern items = CallPattern.of("GET /item/*");
    assertThat(edges.view("orders", "stock", items, before).lost()).isEqualTo(2);
    assertThat(edges.view("orders", "stock", null, System.nanoTime()).lost()).isZero();
  }
}

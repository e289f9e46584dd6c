package dev.trestle.host.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class TcpRelayTest {

  private static final int LARGE = 20_000_000;

  private final EdgeProxies proxies = new EdgeProxies();
  private final Edges edges = new Edges(proxies);
  private ServerSocket provider;
  private int port;

  @BeforeEach
  void open() throws IOException {
    provider = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    port = edges.open(new Edge("cart", "postgres", provider.getLocalPort(), Edge.Kind.TCP));
  }

  @AfterEach
  void close() throws IOException {
    edges.close();
    proxies.close();
    provider.close();
  }

  private Socket connect() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(10_000);
    return socket;
  }

  @Test
  void much_passes_both_ways_at_once_and_the_end_of_one_way_does_not_end_the_other()
      throws IOException, InterruptedException, ExecutionException, TimeoutException {
    byte[] there = new byte[LARGE];
    byte[] back = new byte[LARGE];
    new Random(1).nextBytes(there);
    new Random(2).nextBytes(back);
    try (Socket consumer = connect();
        Socket server = provider.accept()) {
      CompletableFuture<Void> sent = CompletableFuture.runAsync(() -> sendAll(consumer, there));
      CompletableFuture<Void> answered = CompletableFuture.runAsync(() -> sendAll(server, back));

      byte[] came = server.getInputStream().readAllBytes();
      byte[] cameBack = consumer.getInputStream().readAllBytes();

      sent.get(10, TimeUnit.SECONDS);
      answered.get(10, TimeUnit.SECONDS);
      assertThat(came).isEqualTo(there);
      assertThat(cameBack).isEqualTo(back);
    }
  }

  private static void sendAll(Socket socket, byte[] bytes) {
    try {
      socket.getOutputStream().write(bytes);
      socket.shutdownOutput();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void a_cut_resets_what_is_open_and_what_is_opened_until_it_is_mended() throws IOException {
    try (Socket consumer = connect();
        Socket server = provider.accept()) {
      say(consumer, "hello");
      assertThat(hear(server, 5)).isEqualTo("hello");

      assertThat(edges.change("cart", "postgres", Condition.CUT)).isTrue();

      assertThatThrownBy(() -> consumer.getInputStream().read()).isInstanceOf(IOException.class);
      assertThatThrownBy(() -> server.getInputStream().read()).isInstanceOf(IOException.class);
      assertThatThrownBy(() -> connectAndRead()).isInstanceOf(IOException.class);
    }
    edges.change("cart", "postgres", Condition.WELL);
    try (Socket consumer = connect();
        Socket server = provider.accept()) {
      say(server, "again");
      assertThat(hear(consumer, 5)).isEqualTo("again");
    }
  }

  private int connectAndRead() throws IOException {
    try (Socket socket = connect();
        InputStream in = socket.getInputStream()) {
      return in.read();
    }
  }

  @Test
  void what_is_said_on_a_slow_edge_arrives_late_in_its_order() throws IOException {
    edges.change("cart", "postgres", Condition.slowedBy(60));
    try (Socket consumer = connect();
        Socket server = provider.accept()) {
      long begin = System.nanoTime();
      say(server, "one");
      assertThat(hear(consumer, 3)).isEqualTo("one");
      say(server, "two");
      server.shutdownOutput();
      assertThat(new String(consumer.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
          .isEqualTo("two");
      assertThat(System.nanoTime() - begin).isGreaterThanOrEqualTo(120_000_000);
    }
  }

  @Test
  void a_provider_that_is_not_there_is_a_reset() throws IOException {
    provider.close();

    assertThatThrownBy(() -> connectAndRead()).isInstanceOf(IOException.class);
  }

  @Test
  void an_edge_that_is_not_there_is_not_changed() {
    assertThat(edges.change("postgres", "cart", Condition.CUT)).isFalse();
  }

  private static void say(Socket socket, String text) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private static String hear(Socket socket, int length) throws IOException {
    byte[] bytes = new byte[length];
    new DataInputStream(socket.getInputStream()).readFully(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }
}

package dev.trestle.host.edge;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trestle.protocol.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What one connection does harms no other, and ends as it would have ended directly. */
@Timeout(120)
final class EdgeContainmentTest {

  private static final String GET = "GET /a HTTP/1.1\nHost: a\n\n";
  private static final String OK = "HTTP/1.1 200 OK\nContent-Length: 2\n\nok";
  private static final String UPGRADE =
      "GET /ws HTTP/1.1\nHost: a\nConnection: Upgrade\nUpgrade: websocket\n\n";
  private static final String SWITCHED =
      "HTTP/1.1 101 Switching Protocols\nUpgrade: websocket\nConnection: Upgrade\n\n";

  /** A fast exchange beside a bad one may take so long, whatever it takes alone. */
  private static final long GENEROUS_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private final EdgeProxies proxies = new EdgeProxies();
  private final Edges edges = new Edges(proxies);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private ServerSocket listening;
  private ServerSocket neighbours;
  private int port;
  private int neighbour;

  @BeforeEach
  void open() throws IOException {
    listening = listen();
    neighbours = listen();
    port = edges.open(new Edge("cart", "pricing", listening.getLocalPort(), Edge.Kind.HTTP));
    neighbour = edges.open(new Edge("cart", "stock", neighbours.getLocalPort(), Edge.Kind.HTTP));
    threads.execute(this::serveNeighbours);
  }

  private static ServerSocket listen() throws IOException {
    ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    socket.setSoTimeout(60_000);
    return socket;
  }

  private void serveNeighbours() {
    while (!neighbours.isClosed()) {
      try {
        Wire wire = new Wire(neighbours.accept());
        threads.execute(
            () -> {
              try (wire) {
                while (!wire.hearHead().endsWith("(end)")) {
                  wire.say(OK);
                }
              } catch (IOException e) {
                // Its consumer is gone.
              }
            });
      } catch (IOException e) {
        // The test is over.
      }
    }
  }

  @AfterEach
  void close() throws IOException {
    edges.close();
    proxies.close();
    listening.close();
    neighbours.close();
    threads.shutdownNow();
  }

  private Wire consumer() throws IOException {
    return new Wire(new Socket(InetAddress.getLoopbackAddress(), port));
  }

  private Wire provider() throws IOException {
    return new Wire(listening.accept());
  }

  private void assertThatTheNeighbourIsWell() throws IOException {
    try (Wire wire = new Wire(new Socket(InetAddress.getLoopbackAddress(), neighbour))) {
      assertThat(wire.say(GET).hear(OK)).isEqualTo(OK);
    }
  }

  @Test
  void a_consumer_that_goes_on_sending_after_an_upgrade_to_a_provider_that_is_gone_harms_no_other()
      throws IOException {
    try (Wire consumer = consumer().say(UPGRADE)) {
      try (Wire provider = provider()) {
        provider.hear(UPGRADE);
        provider.say(SWITCHED);
        consumer.hear(SWITCHED);
      }
      assertThatThrownBy(
              () -> {
                for (int i = 0; i < 10_000_000; i++) {
                  consumer.sayExactly("a frame that nobody reads");
                }
              })
          .isInstanceOf(IOException.class);
      assertThatTheNeighbourIsWell();
    }
  }

  @Test
  void an_answer_before_the_request_is_over_does_not_break_the_upload() throws Exception {
    int size = 20_000_000;
    String head = "POST /files HTTP/1.1\nHost: a\nContent-Length: " + size + "\n\n";
    String answer =
        "HTTP/1.1 413 Content Too Large\nContent-Length: 9\nConnection: close\n\ntoo large";
    CompletableFuture<Long> read =
        CompletableFuture.supplyAsync(
            () -> {
              try (Wire provider = provider()) {
                provider.hear(head);
                provider.say(answer);
                provider.finish();
                return provider.socket().getInputStream().skip(size);
              } catch (IOException e) {
                throw new AssertionError(e);
              }
            },
            threads);
    try (Wire consumer = consumer().say(head)) {
      consumer.socket().getOutputStream().write(new byte[size]);
      assertThat(consumer.hearAll()).isEqualTo(answer);
      assertThat(read.get(60, TimeUnit.SECONDS)).isEqualTo(size);
    }
  }

  @Test
  void an_end_without_an_answer_is_an_end_and_a_reset_is_a_reset() throws IOException {
    try (Wire consumer = consumer().say(GET)) {
      try (Wire provider = provider()) {
        provider.hear(GET);
      }
      assertThat(consumer.hearAll()).isEmpty();
    }
    try (Wire consumer = consumer().say(GET)) {
      try (Wire provider = provider()) {
        provider.hear(GET);
        provider.socket().setSoLinger(true, 0);
      }
      assertThatThrownBy(consumer::hearAll).isInstanceOf(IOException.class);
    }
  }

  @Test
  void what_a_provider_said_before_its_reset_arrives() throws IOException {
    try (Wire consumer = consumer().say(GET)) {
      try (Wire provider = provider()) {
        provider.hear(GET);
        provider.say("HTTP/1.1 200 OK\nContent-Length: 9\n\nhalf");
        assertThat(consumer.hear("HTTP/1.1 200 OK\nContent-Length: 9\n\nhalf")).endsWith("half");
        provider.socket().setSoLinger(true, 0);
      }
      assertThatThrownBy(consumer::hearAll).isInstanceOf(IOException.class);
    }
  }

  @Test
  void a_provider_that_speaks_first_is_heard() throws IOException {
    try (Wire consumer = consumer();
        Wire provider = provider()) {
      provider.say("220 welcome\n");
      assertThat(consumer.hear("220 welcome\n")).isEqualTo("220 welcome\n");
    }
  }

  @Test
  void half_a_head_arrives_when_its_consumer_ends() throws IOException {
    try (Wire consumer = consumer().say("GET /a HTTP/1.1\nHos");
        Wire provider = provider()) {
      consumer.finish();
      assertThat(provider.hearAll()).isEqualTo("GET /a HTTP/1.1\nHos");
      provider.say("HTTP/1.1 400 Bad Request\n\n");
      provider.finish();
      assertThat(consumer.hearAll()).isEqualTo("HTTP/1.1 400 Bad Request\n\n");
    }
  }

  @Test
  void an_error_in_the_beginning_of_a_connection_does_not_close_the_edge() throws IOException {
    EdgeWatch failing =
        new EdgeWatch() {
          @Override
          public Optional<Fault.Effect> begun(Exchange exchange) {
            throw new OutOfMemoryError("made up");
          }

          @Override
          public void ended(Exchange exchange) {}
        };
    Edge edge = new Edge("cart", "broken", listening.getLocalPort(), Edge.Kind.HTTP);
    EdgeProxy proxy = proxies.open(edge, failing);
    for (int i = 0; i < 3; i++) {
      try (Wire wire = new Wire(new Socket(InetAddress.getLoopbackAddress(), proxy.port()))) {
        wire.say(GET);
        assertThatThrownBy(wire::hearAll).isInstanceOf(IOException.class);
      }
    }
    assertThatTheNeighbourIsWell();
  }

  /** Ways to keep an edge busy. */
  enum Misuse {
    /** A head in which one name stands thousands of times. */
    MANY_FIELDS("GET / HTTP/1.1\n" + "a:\n".repeat(40_000)),
    /** Requests ahead of their turn. */
    PIPELINE(GET.repeat(3_000)),
    /** Chunks of one byte. */
    SMALL_CHUNKS("POST / HTTP/1.1\nTransfer-Encoding: chunked\n\n" + "1\na\n".repeat(20_000)),
    /** Chunks with long extensions. */
    EXTENSIONS("POST / HTTP/1.1\nTransfer-Encoding: chunked\n\n1;" + "x".repeat(100_000) + "\na\n"),
    /** A head that does not end. */
    HUGE_HEAD("GET / HTTP/1.1\nX: " + "x".repeat(1_000_000)),
    /** Something else. */
    NOISE("\u0016\u0003\u0001".repeat(100_000));

    private final byte[] bytes;

    Misuse(String text) {
      this.bytes = text.replace("\n", "\r\n").getBytes(ISO_8859_1);
    }
  }

  @ParameterizedTest
  @EnumSource(Misuse.class)
  void the_others_stay_quick_beside_one_that_misbehaves(Misuse misuse) throws IOException {
    latency();
    long alone = Math.min(latency(), latency());
    threads.execute(this::drainProviders);
    CompletableFuture<Void> busy = new CompletableFuture<>();
    threads.execute(() -> misbehave(misuse, busy));
    long beside = Math.min(latency(), latency());
    busy.complete(null);

    assertThat(beside).isLessThan(Math.max(2 * alone, GENEROUS_NANOS));
  }

  private void drainProviders() {
    while (!listening.isClosed()) {
      try {
        Socket accepted = listening.accept();
        threads.execute(
            () -> {
              try (accepted;
                  InputStream in = accepted.getInputStream()) {
                in.skip(Long.MAX_VALUE);
              } catch (IOException e) {
                // Its consumer is gone.
              }
            });
      } catch (IOException e) {
        // The test is over.
      }
    }
  }

  private void misbehave(Misuse misuse, CompletableFuture<Void> until) {
    while (!until.isDone()) {
      try (Wire wire = consumer()) {
        wire.socket().getOutputStream().write(misuse.bytes);
        wire.finish();
        wire.hearAll();
      } catch (IOException e) {
        // It may be cut for that.
      }
    }
  }

  /** The 99th percentile of calls to the neighbour. */
  private long latency() throws IOException {
    long[] nanos = new long[500];
    try (Wire wire = new Wire(new Socket(InetAddress.getLoopbackAddress(), neighbour))) {
      for (int i = 0; i < nanos.length; i++) {
        long begin = System.nanoTime();
        wire.say(GET);
        assertThat(wire.hear(OK)).isEqualTo(OK);
        nanos[i] = System.nanoTime() - begin;
      }
    }
    Arrays.sort(nanos);
    return nanos[nanos.length * 99 / 100];
  }
}

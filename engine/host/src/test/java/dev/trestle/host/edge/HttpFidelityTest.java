package dev.trestle.host.edge;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trestle.protocol.Interaction;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What passes an HTTP edge passes as it is. */
final class HttpFidelityTest {

  private static final String ADA = "7e57ca5e16cd43dd8448eb211c80319c";
  private static final String TRACE = "traceparent: 00-" + ADA + "-b7ad6b7169203331-01\n";
  private static final String GET =
      "GET /a HTTP/1.1\nHost: a\nX-Odd:   two  words \n" + TRACE + "\n";
  private static final String OK = "HTTP/1.1 200 Quite Fine\nContent-Length: 2\nx-ODD: 1\n\nok";

  private final EdgeProxies proxies = new EdgeProxies();
  private final Edges edges = new Edges(proxies);
  private ServerSocket listening;
  private int port;

  @BeforeEach
  void open() throws IOException {
    listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    listening.setSoTimeout(20_000);
    port = edges.open(new Edge("cart", "pricing", listening.getLocalPort(), Edge.Kind.HTTP));
  }

  @AfterEach
  void close() throws IOException {
    edges.close();
    proxies.close();
    listening.close();
  }

  private Wire consumer() throws IOException {
    return new Wire(new Socket(InetAddress.getLoopbackAddress(), port));
  }

  private Wire provider() throws IOException {
    return new Wire(listening.accept());
  }

  private Interaction seen(int number) {
    return edges.interactions(ADA).get(number);
  }

  @Test
  void every_byte_of_request_and_response_is_as_it_was() throws IOException {
    try (Wire consumer = consumer().say(GET);
        Wire provider = provider()) {
      assertThat(provider.hear(GET)).isEqualTo(GET);
      provider.say(OK);
      assertThat(consumer.hear(OK)).isEqualTo(OK);
    }
    assertThat(seen(0).requestHeaders()).containsEntry("x-odd", "two  words");
    assertThat(seen(0).responseHeaders()).containsEntry("x-odd", "1");
  }

  @Test
  void a_connection_is_kept_and_goes_to_one_connection_of_the_provider() throws IOException {
    try (Wire consumer = consumer().say(GET);
        Wire provider = provider()) {
      for (int i = 0; i < 3; i++) {
        provider.hear(GET);
        provider.say(OK);
        consumer.hear(OK);
        consumer.say(GET);
      }
      assertThat(provider.hear(GET)).isEqualTo(GET);
      assertThat(edges.interactions(ADA)).hasSize(4);
    }
  }

  @Test
  void an_idle_connection_that_the_provider_lets_go_of_ends_for_the_consumer_too()
      throws IOException {
    try (Wire consumer = consumer().say(GET)) {
      try (Wire provider = provider()) {
        provider.hear(GET);
        provider.say(OK);
        consumer.hear(OK);
      }
      assertThat(consumer.hearAll()).isEmpty();
    }
  }

  @Test
  void requests_that_come_before_the_answer_are_answered_in_their_order() throws IOException {
    String post = "POST /b HTTP/1.1\nHost: a\n" + TRACE + "Content-Length: 3\n\nabc";
    try (Wire consumer = consumer().say(GET + post + GET);
        Wire provider = provider()) {
      assertThat(provider.hear(GET)).isEqualTo(GET);
      provider.say(OK);
      assertThat(provider.hear(post)).isEqualTo(post);
      provider.say("HTTP/1.1 204 No Content\n\n");
      assertThat(provider.hear(GET)).isEqualTo(GET);
      provider.say(OK);
      String answers = OK + "HTTP/1.1 204 No Content\n\n" + OK;
      assertThat(consumer.hear(answers)).isEqualTo(answers);
    }
    assertThat(edges.interactions(ADA))
        .extracting(Interaction::status)
        .containsExactly(200, 204, 200);
    assertThat(seen(1).requestBody()).isEqualTo("abc");
  }

  @Test
  void events_of_a_stream_arrive_one_by_one() throws IOException {
    try (Wire consumer = consumer().say(GET);
        Wire provider = provider()) {
      provider.hear(GET);
      String head =
          "HTTP/1.1 200 OK\nContent-Type: text/event-stream\nTransfer-Encoding: chunked\n\n";
      provider.say(head);
      assertThat(consumer.hear(head)).isEqualTo(head);
      for (int i = 0; i < 3; i++) {
        String event = "b\ndata: " + i + "\n\n\n";
        provider.say(event);
        assertThat(consumer.hear(event)).isEqualTo(event);
      }
      assertThat(seen(0).status()).isEqualTo(200);
      String end = "0;last=yes\nX-Trailer: 1\n\n";
      provider.say(end);
      assertThat(consumer.hear(end)).isEqualTo(end);
    }
    assertThat(seen(0).responseBody()).isEqualTo("data: 0\r\n\r\ndata: 1\r\n\r\ndata: 2\r\n\r\n");
  }

  @Test
  void a_request_that_asks_before_its_body_is_told_to_go_on() throws IOException {
    String head =
        "PUT /c HTTP/1.1\nHost: a\n" + TRACE + "Expect: 100-continue\nContent-Length: 4\n\n";
    try (Wire consumer = consumer().say(head);
        Wire provider = provider()) {
      assertThat(provider.hear(head)).isEqualTo(head);
      provider.say("HTTP/1.1 100 Continue\n\n");
      assertThat(consumer.hear("HTTP/1.1 100 Continue\n\n")).startsWith("HTTP/1.1 100");
      consumer.say("body");
      assertThat(provider.hear("body")).isEqualTo("body");
      provider.say(OK);
      assertThat(consumer.hear(OK)).isEqualTo(OK);
    }
    assertThat(seen(0).status()).isEqualTo(200);
  }

  @Test
  void a_large_upload_passes_while_its_answer_is_awaited()
      throws IOException, InterruptedException, ExecutionException, TimeoutException {
    int size = 30_000_000;
    String head = "POST /d HTTP/1.1\nHost: a\n" + TRACE + "Content-Length: " + size + "\n\n";
    try (Wire consumer = consumer().say(head);
        Wire provider = provider()) {
      CompletableFuture<Void> sent = CompletableFuture.runAsync(() -> sayMuch(consumer, size));
      provider.hear(head);
      assertThat(provider.socket().getInputStream().skip(size)).isEqualTo(size);
      sent.get(20, TimeUnit.SECONDS);
      provider.say(OK);
      assertThat(consumer.hear(OK)).isEqualTo(OK);
    }
    assertThat(seen(0).requestBytes()).isEqualTo(size);
    assertThat(seen(0).requestBody()).hasSizeLessThan(70_000).endsWith("… (30000000 bytes)");
  }

  private static void sayMuch(Wire wire, int size) {
    try {
      wire.socket().getOutputStream().write(new byte[size]);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void a_slow_reader_slows_the_provider_and_loses_nothing()
      throws IOException, InterruptedException, ExecutionException, TimeoutException {
    int size = 30_000_000;
    try (Wire consumer = consumer().say(GET);
        Wire provider = provider()) {
      provider.hear(GET);
      String head = "HTTP/1.1 200 OK\nContent-Length: " + size + "\n\n";
      CompletableFuture<Void> sent =
          CompletableFuture.runAsync(
              () -> {
                try {
                  provider.say(head);
                } catch (IOException e) {
                  throw new AssertionError(e);
                }
                sayMuch(provider, size);
              });
      assertThat(sent).isNotDone();
      consumer.hear(head);
      InputStream in = consumer.socket().getInputStream();
      assertThat(in.readNBytes(size)).hasSize(size);
      sent.get(20, TimeUnit.SECONDS);
    }
    assertThat(seen(0).responseBytes()).isEqualTo(size);
  }

  @Test
  void after_an_upgrade_everything_passes_both_ways() throws IOException {
    String upgrade =
        "GET /ws HTTP/1.1\nHost: a\n" + TRACE + "Connection: Upgrade\nUpgrade: websocket\n\n";
    String switched =
        "HTTP/1.1 101 Switching Protocols\nUpgrade: websocket\nConnection: Upgrade\n\n";
    try (Wire consumer = consumer().say(upgrade);
        Wire provider = provider()) {
      assertThat(provider.hear(upgrade)).isEqualTo(upgrade);
      provider.say(switched + "\u0081\u0002hi");
      assertThat(consumer.hear(switched)).isEqualTo(switched);
      assertThat(consumer.hear("\u0081\u0002hi")).isEqualTo("\u0081\u0002hi");
      consumer.say("\u0081\u0003you");
      assertThat(provider.hear("\u0081\u0003you")).isEqualTo("\u0081\u0003you");
      provider.say("\u0088");
      consumer.finish();
      assertThat(provider.hearAll()).isEmpty();
      assertThat(consumer.hear("\u0088")).isEqualTo("\u0088");
    }
    assertThat(seen(0).status()).isEqualTo(101);
  }

  @Test
  void an_upgrade_to_http_2_is_not_offered_since_nobody_could_look_into_it() throws IOException {
    String rest = "Host: a\n" + TRACE;
    String h2c = "Connection: Upgrade, HTTP2-Settings\nUpgrade: h2c\nHTTP2-Settings: AAMA\n";
    try (Wire consumer = consumer().say("GET /a HTTP/1.1\n" + rest + h2c + "\n");
        Wire provider = provider()) {
      assertThat(provider.hearHead()).isEqualTo("GET /a HTTP/1.1\n" + rest + "\n");
      provider.say(OK);
      assertThat(consumer.hear(OK)).isEqualTo(OK);
    }
  }

  @Test
  void what_is_no_http_passes_unread() throws IOException {
    try (Wire consumer = consumer().sayExactly("\u0016\u0003\u0001 a handshake");
        Wire provider = provider()) {
      assertThat(provider.hear("\u0016\u0003\u0001 a handshake")).endsWith("a handshake");
      provider.sayExactly("\u0016 another");
      assertThat(consumer.hear("\u0016 another")).isEqualTo("\u0016 another");
    }
    assertThat(edges.interactions(ADA)).isEmpty();
  }

  @Test
  void an_answer_that_is_no_http_passes_unread() throws IOException {
    try (Wire consumer = consumer().say(GET);
        Wire provider = provider()) {
      provider.hear(GET);
      provider.sayExactly("HTTPS please");
      assertThat(consumer.hear("HTTPS please")).isEqualTo("HTTPS please");
    }
    assertThat(seen(0).status()).isZero();
  }

  @Test
  void an_answer_ends_with_its_connection() throws IOException {
    try (Wire consumer = consumer().say(GET)) {
      try (Wire provider = provider()) {
        provider.hear(GET);
        provider.say("HTTP/1.0 200 OK\n\nall there is");
      }
      assertThat(consumer.hearAll()).isEqualTo("HTTP/1.0 200 OK\n\nall there is");
    }
    assertThat(seen(0).responseBody()).isEqualTo("all there is");
  }

  @Test
  void an_answer_without_a_body_ends_with_its_head() throws IOException {
    String head = GET.replace("GET", "HEAD");
    try (Wire consumer = consumer().say(head);
        Wire provider = provider()) {
      provider.hear(head);
      provider.say("HTTP/1.1 200 OK\nContent-Length: 2000\n\n");
      consumer.hear("HTTP/1.1 200 OK\nContent-Length: 2000\n\n");
      consumer.say(GET);
      provider.hear(GET);
      provider.say("HTTP/1.1 304 Not Modified\nContent-Length: 2000\n\n");
      assertThat(consumer.hearHead()).startsWith("HTTP/1.1 304");
      consumer.say(GET);
      assertThat(provider.hear(GET)).isEqualTo(GET);
    }
  }

  @Test
  void an_answer_that_comes_before_the_whole_request_does_not_stop_it() throws IOException {
    String head = "POST /e HTTP/1.1\nHost: a\n" + TRACE + "Content-Length: 6\n\nabc";
    try (Wire consumer = consumer().say(head);
        Wire provider = provider()) {
      provider.hear(head);
      provider.say(OK);
      assertThat(consumer.hear(OK)).isEqualTo(OK);
      consumer.say("def" + GET);
      assertThat(provider.hear("def")).isEqualTo("def");
      assertThat(provider.hear(GET)).isEqualTo(GET);
    }
  }

  @Test
  void a_compressed_body_passes_compressed_and_is_recorded_readable() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write("{\"total\":417}".getBytes(ISO_8859_1));
    }
    try (Wire consumer = consumer().say(GET);
        Wire provider = provider()) {
      provider.hear(GET);
      provider.say("HTTP/1.1 200 OK\nContent-Encoding: gzip\nConnection: close\n\n");
      provider.socket().getOutputStream().write(packed.toByteArray());
      provider.finish();
      consumer.hearHead();
      assertThat(consumer.socket().getInputStream().readAllBytes()).isEqualTo(packed.toByteArray());
    }
    assertThat(seen(0).responseBody()).isEqualTo("{\"total\":417}");
  }

  @Test
  void the_edge_can_be_slow_and_cut_as_a_whole() throws IOException {
    edges.change("cart", "pricing", Condition.slowedBy(50));
    try (Wire consumer = consumer().say(GET);
        Wire provider = provider()) {
      provider.hear(GET);
      provider.say(OK);
      assertThat(consumer.hear(OK)).isEqualTo(OK);
      edges.change("cart", "pricing", Condition.CUT);
      assertThat(List.of(ended(consumer), ended(provider))).containsExactly(true, true);
    }
  }

  private static boolean ended(Wire wire) {
    try {
      return wire.socket().getInputStream().read() < 0;
    } catch (IOException e) {
      return true;
    }
  }
}

package dev.trestle.host.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trestle.protocol.Fault;
import dev.trestle.protocol.Fault.Change;
import dev.trestle.protocol.Interaction;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Exchanges with faults are framed as HTTP demands, and each of them comes to an end. */
@Timeout(50)
final class FaultFramingTest {

  private static final String ADA = "7e57ca5e16cd43dd8448eb211c80319c";
  private static final String TRACE = "Host: a\ntraceparent: 00-" + ADA + "-b7ad6b7169203331-01\n";

  private final EdgeProxies proxies = new EdgeProxies();
  private final Edges edges = new Edges(proxies);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private ServerSocket listening;
  private int port;

  @BeforeEach
  void open() throws IOException {
    listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    port = edges.open(new Edge("cart", "pricing", listening.getLocalPort(), Edge.Kind.HTTP));
  }

  @AfterEach
  void close() throws IOException {
    edges.close();
    proxies.close();
    listening.close();
    threads.shutdownNow();
  }

  private Wire consumer() throws IOException {
    return new Wire(new Socket(InetAddress.getLoopbackAddress(), port));
  }

  private Interaction seen() {
    List<Interaction> all = edges.interactions(ADA);
    return all.get(all.size() - 1);
  }

  private void fault(Fault.Effect effect) {
    edges.fault(new Fault(ADA, "cart", "pricing", null, 0, 0, effect));
  }

  /** Answers each request that comes, and then ends. */
  private void provide(String answer) {
    threads.execute(
        () -> {
          while (!listening.isClosed()) {
            try (Wire wire = new Wire(listening.accept())) {
              if (!wire.hearHead().endsWith("(end)")) {
                wire.say(answer);
              }
            } catch (IOException e) {
              // The test is over.
            }
          }
        });
  }

  static Stream<Arguments> bodiless() {
    String named = "Content-Length: 77\n";
    return Stream.of(
            new Fault.Delay(1),
            new Fault.Twice(),
            new Fault.CutShort(),
            new Fault.Changed(Change.MALFORMED, ""),
            new Fault.Changed(Change.EMPTY, ""),
            new Fault.Changed(Change.CONTENT_TYPE, "text/html"),
            new Fault.Changed(Change.FIELD_MISSING, "$.a"),
            new Fault.Replaced(200, "text/plain", "older"))
        .flatMap(
            effect ->
                Stream.of(
                    Arguments.of(effect, "HEAD", "200 OK", named, "content-length: 77"),
                    Arguments.of(effect, "GET", "304 Not Modified", named, "content-length: 77"),
                    Arguments.of(effect, "HEAD", "200 OK", "", ""),
                    Arguments.of(effect, "DELETE", "204 No Content", "", "")));
  }

  @ParameterizedTest
  @MethodSource("bodiless")
  void an_answer_without_a_body_stays_one(
      Fault.Effect effect, String method, String status, String length, String expected)
      throws IOException {
    provide("HTTP/1.1 " + status + "\n" + length + "\n");
    fault(effect);
    try (Wire consumer = consumer().say(method + " /a HTTP/1.1\n" + TRACE + "\n")) {
      String all = consumer.hearAll();
      assertThat(all).startsWith("HTTP/1.1 " + status + "\n").endsWith("\n\n");
      assertThat(
              all.toLowerCase(Locale.ROOT)
                  .lines()
                  .filter(line -> line.startsWith("content-length")))
          .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected));
    }
  }

  @Test
  void an_answer_in_the_providers_place_has_no_body_where_it_must_not_have_one()
      throws IOException {
    fault(new Fault.Answer(503, "text/plain", "broken"));
    try (Wire consumer = consumer().say("HEAD /a HTTP/1.1\n" + TRACE + "\n")) {
      assertThat(consumer.hearAll()).contains("content-length: 6").endsWith("\n\n");
    }
    fault(new Fault.Answer(204, "text/plain", "broken"));
    try (Wire consumer = consumer().say("GET /a HTTP/1.1\n" + TRACE + "\n")) {
      assertThat(consumer.hearAll().toLowerCase(Locale.ROOT))
          .doesNotContain("content-length")
          .endsWith("\n\n");
    }
  }

  @Test
  void a_status_without_a_body_takes_the_body_away() throws IOException {
    provide("HTTP/1.1 200 OK\nContent-Length: 2\n\nok");
    fault(new Fault.Restated(200, 204));
    try (Wire consumer = consumer().say("GET /a HTTP/1.1\n" + TRACE + "\n")) {
      assertThat(consumer.hearAll().toLowerCase(Locale.ROOT))
          .startsWith("http/1.1 204 ")
          .doesNotContain("content-length")
          .endsWith("\n\n");
    }
  }

  @Test
  void a_fault_of_a_body_that_is_not_there_changed_nothing() throws IOException {
    provide("HTTP/1.1 204 No Content\n\n");
    fault(new Fault.Changed(Change.MALFORMED, ""));
    try (Wire consumer = consumer().say("GET /a HTTP/1.1\n" + TRACE + "\n")) {
      consumer.hearAll();
    }
    assertThat(seen().fault()).isEqualTo("nothing was changed: the answer has no body");
  }

  @Test
  void a_broken_chunk_ends_the_exchange_at_once_and_says_why() throws IOException {
    fault(new Fault.Delay(1));
    String post = "POST /a HTTP/1.1\n" + TRACE + "Transfer-Encoding: chunked\n\n5\nabcdefgh\n";
    try (Wire consumer = consumer().say(post)) {
      assertThatThrownBy(consumer::hearAll).isInstanceOf(IOException.class);
    }
    assertThat(seen().fault()).isEqualTo("nothing was changed: the request's end cannot be found");
  }

  @Test
  void an_end_without_an_answer_is_an_end_beside_a_fault_too() throws IOException {
    provide("");
    fault(new Fault.Delay(1));
    try (Wire consumer = consumer().say("GET /a HTTP/1.1\n" + TRACE + "\n")) {
      assertThat(consumer.hearAll()).isEmpty();
    }
    assertThat(seen().status()).isZero();
  }

  @Test
  void an_answer_that_breaks_off_arrives_as_it_is_and_the_fault_changed_nothing()
      throws IOException {
    String half = "HTTP/1.1 200 OK\nContent-Length: 9\n\nhalf";
    provide(half);
    fault(new Fault.Changed(Change.EMPTY, ""));
    try (Wire consumer = consumer().say("GET /a HTTP/1.1\n" + TRACE + "\n")) {
      assertThat(consumer.hearAll()).isEqualTo(half);
    }
    assertThat(seen().fault()).startsWith("nothing was changed: ");
  }

  @Test
  void a_large_request_and_a_large_early_answer_do_not_wait_for_each_other() throws IOException {
    int size = 8_000_000;
    String answer = "HTTP/1.1 200 OK\nContent-Length: " + size + "\n\n";
    threads.execute(
        () -> {
          while (!listening.isClosed()) {
            try (Wire wire = new Wire(listening.accept())) {
              if (!wire.hearHead().endsWith("(end)")) {
                wire.say(answer);
                wire.socket().getOutputStream().write(new byte[size]);
                wire.finish();
                wire.hearAll();
              }
            } catch (IOException e) {
              // The test is over.
            }
          }
        });
    fault(new Fault.Delay(1));
    try (Wire consumer = consumer()) {
      consumer.say("POST /a HTTP/1.1\n" + TRACE + "Content-Length: " + size + "\n\n");
      consumer.socket().getOutputStream().write(new byte[size]);
      assertThat(consumer.hearHead()).startsWith("HTTP/1.1 200");
      assertThat(consumer.socket().getInputStream().readAllBytes()).hasSize(size);
    }
  }
}

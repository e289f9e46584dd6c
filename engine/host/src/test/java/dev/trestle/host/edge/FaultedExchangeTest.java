package dev.trestle.host.edge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.trestle.protocol.Fault;
import dev.trestle.protocol.Fault.Change;
import dev.trestle.protocol.Interaction;
import dev.trestle.protocol.ScenarioTrace;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What faults do to the exchanges of their scenario, and to no other. */
final class FaultedExchangeTest {

  private static final String ADA = "7e57ca5e16cd43dd8448eb211c80319c";
  private static final String BOB = "7e57ca5e17cd43dd8448eb211c80319c";
  private static final String ORDER =
      "{\"id\":7,\"total\":{\"amount\":417},\"lines\":[{\"net\":350},{\"net\":67}],\"note\":\"hi\"}";

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ConcurrentLinkedQueue<String> asked = new ConcurrentLinkedQueue<>();
  private final EdgeProxies proxies = new EdgeProxies();
  private final Edges edges = new Edges(proxies);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private HttpServer provider;
  private int port;

  @BeforeEach
  void start() throws IOException {
    provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    provider.setExecutor(threads);
    provider.createContext(
        "/",
        exchange -> {
          byte[] body = exchange.getRequestBody().readAllBytes();
          asked.add(exchange.getRequestMethod() + " " + new String(body, UTF_8));
          byte[] answer = ORDER.getBytes(UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(asked.size() == 1 ? 201 : 200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    provider.start();
    port =
        edges.open(new Edge("checkout", "orders", provider.getAddress().getPort(), Edge.Kind.HTTP));
  }

  @AfterEach
  void stop() {
    edges.close();
    proxies.close();
    provider.stop(0);
    threads.shutdownNow();
  }

  private void fault(Fault.Effect effect) {
    edges.fault(new Fault(ADA, "checkout", "orders", null, 0, 0, effect));
  }

  private HttpResponse<String> send() throws IOException, InterruptedException {
    return send(ADA);
  }

  private HttpResponse<String> send(String traceId) throws IOException, InterruptedException {
    return client.send(request(traceId).build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String traceId) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/orders?x=1"))
        .timeout(Duration.ofSeconds(20))
        .header("traceparent", "00-" + traceId + "-b7ad6b7169203331-01")
        .POST(HttpRequest.BodyPublishers.ofString("order"));
  }

  private Interaction seen() {
    List<Interaction> all = edges.interactions(ADA);
    return all.get(all.size() - 1);
  }

  @Test
  void answers_in_the_providers_place() throws IOException, InterruptedException {
    fault(new Fault.Answer(401, "application/problem+json", "{}"));

    HttpResponse<String> response = send();

    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(response.headers().firstValue("WWW-Authenticate")).contains("Bearer");
    assertThat(asked).isEmpty();
    assertThat(seen().status()).isEqualTo(401);
    assertThat(seen().requestBody()).isEqualTo("order");
    assertThat(seen().fault()).isEqualTo("answered 401 in the provider's place");
  }

  @Test
  void answers_late() throws IOException, InterruptedException {
    fault(new Fault.Delay(80));

    assertThat(send().statusCode()).isEqualTo(201);
    assertThat(seen().millis()).isGreaterThanOrEqualTo(79);
    assertThat(asked).containsExactly("POST order");
  }

  @Test
  void never_answers() {
    fault(new Fault.Silence());
    HttpRequest impatient = request(ADA).timeout(Duration.ofMillis(200)).build();

    assertThatThrownBy(() -> client.send(impatient, HttpResponse.BodyHandlers.ofString()))
        .isInstanceOf(HttpTimeoutException.class);
    assertThat(asked).isEmpty();
    assertThat(seen().status()).isZero();
  }

  @Test
  void refuses_without_asking_and_resets_after_asking() {
    fault(new Fault.Refusal());
    assertThatThrownBy(this::send).isInstanceOf(IOException.class);
    assertThat(asked).isEmpty();

    edges.lift(new Fault.Lifted(ADA, "checkout", "orders"));
    fault(new Fault.Reset());
    assertThatThrownBy(this::send).isInstanceOf(IOException.class);
    assertThat(asked).containsExactly("POST order");
    assertThat(seen().status()).isZero();
  }

  @Test
  void cuts_the_body_half_way() throws IOException {
    fault(new Fault.CutShort());
    try (Wire wire = new Wire(new Socket(InetAddress.getLoopbackAddress(), port))) {
      wire.say("GET / HTTP/1.1\nHost: a\ntraceparent: 00-" + ADA + "-b7ad6b7169203331-01\n\n");
      String head = wire.hearHead();
      String half = ORDER.substring(0, ORDER.length() / 2);

      assertThat(head.toLowerCase(Locale.ROOT)).contains("content-length: " + ORDER.length());
      assertThat(wire.hear(half)).isEqualTo(half);
      assertThatThrownBy(() -> wire.socket().getInputStream().read())
          .isInstanceOf(IOException.class);
    }
    assertThat(seen().responseBytes()).isEqualTo(ORDER.length() / 2);
  }

  @Test
  void delivers_twice_and_answers_once() throws IOException, InterruptedException {
    fault(new Fault.Twice());

    assertThat(send().statusCode()).isEqualTo(201);
    assertThat(asked).containsExactly("POST order", "POST order");
    assertThat(edges.interactions(ADA)).hasSize(1);
    assertThat(seen().fault())
        .isEqualTo("the provider got the request twice; the second was answered 200");
  }

  @Test
  void changes_what_the_provider_answers() throws IOException, InterruptedException {
    assertThat(changed(Change.MALFORMED, "").body())
        .isEqualTo(ORDER.substring(0, ORDER.length() / 2));
    assertThat(changed(Change.EMPTY, "").body()).isEmpty();
    HttpResponse<String> html = changed(Change.CONTENT_TYPE, "text/html");
    assertThat(html.headers().allValues("Content-Type")).containsExactly("text/html");
    assertThat(html.body()).isEqualTo(ORDER);
    assertThat(changed(Change.FIELD_MISSING, "$.total").body())
        .isEqualTo("{\"id\":7,\"lines\":[{\"net\":350},{\"net\":67}],\"note\":\"hi\"}");
    assertThat(changed(Change.FIELD_NULL, "$.lines[*].net").body())
        .contains("\"lines\":[{\"net\":null},{\"net\":null}]");
    assertThat(changed(Change.FIELD_MISSING, "$.lines[*]").body()).contains("\"lines\":[]");
    assertThat(changed(Change.FIELD_RETYPED, "$.total.amount").body())
        .contains("\"amount\":\"not what was expected\"");
    assertThat(changed(Change.FIELD_RETYPED, "$.note").body()).contains("\"note\":true");
  }

  @Test
  void changes_a_name_a_number_a_value_or_the_status() throws IOException, InterruptedException {
    assertThat(changed(Change.FIELD_RENAMED, "$.total").body())
        .contains("\"totalRenamed\":{\"amount\":417}")
        .doesNotContain("\"total\":");
    assertThat(seen().fault()).isEqualTo("the answer had another name for $.total");
    assertThat(changed(Change.FIELD_PLUS_ONE, "$.lines[*].net").body())
        .contains("[{\"net\":351},{\"net\":68}]");
    assertThat(seen().fault()).isEqualTo("the answer came with $.lines[*].net one too high");
    Fault.Effect swapped = new Fault.Swapped("$.note", List.of("\"hi\"", "\"bye\""));
    assertThat(after(swapped).body()).contains("\"note\":\"bye\"");
    assertThat(seen().fault()).isEqualTo("the answer came with another value at $.note");
    HttpResponse<String> restated = after(new Fault.Restated(200, 500));
    assertThat(restated.statusCode()).isEqualTo(500);
    assertThat(restated.body()).isEqualTo(ORDER);
    assertThat(restated.headers().allValues("Content-Type")).containsExactly("application/json");
    assertThat(seen().fault()).isEqualTo("the answer's status was 500 in place of 200");
    HttpResponse<String> older = after(new Fault.Replaced(200, "application/json", "{\"id\":6}"));
    assertThat(older.statusCode()).isEqualTo(200);
    assertThat(older.body()).isEqualTo("{\"id\":6}");
    assertThat(seen().fault()).isEqualTo("the answer was an older one");
  }

  @Test
  void what_would_change_nothing_is_told_and_counts_for_no_trial()
      throws IOException, InterruptedException {
    send();
    List<Fault.Effect> without =
        List.of(
            new Fault.Changed(Change.FIELD_PLUS_ONE, "$.note"),
            new Fault.Changed(Change.FIELD_RENAMED, "$.lines[*]"),
            new Fault.Swapped("$.note", List.of("\"hi\"")),
            new Fault.Restated(404, 200),
            new Fault.Replaced(200, "application/json", " " + ORDER));
    for (Fault.Effect effect : without) {
      Trial trial = edges.trials().begin(faultOf(effect));
      assertThat(send().body()).isEqualTo(ORDER);
      assertThat(seen().fault()).startsWith("nothing was changed: ");
      assertThat(trial.met()).isEqualTo(1);
      assertThat(trial.changed()).isZero();
      edges.trials().end();
    }
    assertThat(seen().fault()).isEqualTo("nothing was changed: the older answer is the same");
  }

  @Test
  void a_trial_counts_what_it_changed_until_it_ends() throws IOException, InterruptedException {
    Trial trial = edges.trials().begin(faultOf(new Fault.Changed(Change.FIELD_NULL, "$.id")));

    send();
    send();
    send(BOB);
    edges.trials().end();

    assertThat(send().body()).isEqualTo(ORDER);
    assertThat(trial.changed()).isEqualTo(2);
  }

  @Test
  void a_scenarios_own_fault_wins_over_a_trial() throws IOException, InterruptedException {
    Trial trial = edges.trials().begin(faultOf(new Fault.Changed(Change.FIELD_NULL, "$.id")));
    fault(new Fault.Answer(503, "", ""));

    assertThat(send().statusCode()).isEqualTo(503);
    assertThat(trial.changed()).isZero();
  }

  @Test
  void a_trial_goes_on_when_a_scenario_lifts_its_own_faults()
      throws IOException, InterruptedException {
    Trial trial = edges.trials().begin(faultOf(new Fault.Changed(Change.FIELD_NULL, "$.id")));
    fault(new Fault.Answer(503, "", ""));
    edges.lift(new Fault.Lifted(ADA, "checkout", "orders"));

    assertThat(send().body()).isNotEqualTo(ORDER);
    assertThat(trial.changed()).isEqualTo(1);
  }

  private static Fault faultOf(Fault.Effect effect) {
    return new Fault(ADA, "checkout", "orders", null, 0, 0, effect);
  }

  @Test
  void a_change_that_is_not_possible_is_told() throws IOException, InterruptedException {
    assertThat(changed(Change.FIELD_NULL, "$.discount").body()).isEqualTo(ORDER);
    assertThat(seen().fault()).isEqualTo("nothing was changed: the answer has no $.discount");
  }

  private HttpResponse<String> changed(Change change, String detail)
      throws IOException, InterruptedException {
    return after(new Fault.Changed(change, detail));
  }

  private HttpResponse<String> after(Fault.Effect effect) throws IOException, InterruptedException {
    edges.endScenario(ADA, "a change", "a.feature:1");
    fault(effect);
    return send();
  }

  @Test
  void a_fault_that_is_lifted_harms_no_more() throws IOException, InterruptedException {
    fault(new Fault.Answer(503, "", ""));
    assertThat(send().statusCode()).isEqualTo(503);
    edges.lift(new Fault.Lifted(ADA, "checkout", "orders"));
    assertThat(send().statusCode()).isEqualTo(201);
  }

  @Test
  void a_request_that_asks_before_its_body_is_told_to_go_on() throws IOException {
    fault(new Fault.Delay(1));
    try (Wire wire = new Wire(new Socket(InetAddress.getLoopbackAddress(), port))) {
      wire.say(
          "PUT / HTTP/1.1\nHost: a\nExpect: 100-continue\nContent-Length: 4\ntraceparent: 00-"
              + (ADA + "-b7ad6b7169203331-01\n\n"));
      assertThat(wire.hearHead()).isEqualTo("HTTP/1.1 100 Continue\n\n");
      wire.say("body");
      assertThat(wire.hearHead()).startsWith("HTTP/1.1 201");
    }
    assertThat(asked).containsExactly("PUT body");
  }

  @Test
  void scenarios_beside_a_broken_one_are_untouched_many_times()
      throws InterruptedException, ExecutionException, TimeoutException {
    List<Fault.Effect> effects =
        List.of(
            new Fault.Answer(503, "text/plain", "broken"),
            new Fault.Delay(5),
            new Fault.Refusal(),
            new Fault.Reset(),
            new Fault.Twice(),
            new Fault.CutShort(),
            new Fault.Changed(Change.FIELD_MISSING, "$.total"));
    send(threads, BOB).get(20, TimeUnit.SECONDS); // the first one is answered 201
    List<Future<Boolean>> whole = new ArrayList<>();
    List<Future<Boolean>> broken = new ArrayList<>();
    ExecutorService lanes = Executors.newFixedThreadPool(8);
    try {
      for (int i = 0; i < 700; i++) {
        String traceId = ScenarioTrace.random();
        Fault.Effect effect = effects.get(i % effects.size());
        edges.fault(new Fault(traceId, "checkout", "orders", null, 0, 0, effect));
        broken.add(send(lanes, traceId));
        whole.add(send(lanes, ScenarioTrace.random()));
      }
      for (Future<Boolean> each : whole) {
        assertThat(each.get(60, TimeUnit.SECONDS)).isTrue();
      }
      int harmed = 0;
      for (Future<Boolean> each : broken) {
        harmed += each.get(60, TimeUnit.SECONDS) ? 0 : 1;
      }
      assertThat(harmed).isEqualTo(500); // a late and a doubled one have whole answers
    } finally {
      lanes.shutdownNow();
    }
  }

  /** Whether the answer is the provider's own. */
  private Future<Boolean> send(ExecutorService lanes, String traceId) {
    return lanes.submit(
        () -> {
          try {
            HttpResponse<String> response = send(traceId);
            return response.statusCode() / 100 == 2 && response.body().equals(ORDER);
          } catch (IOException e) {
            return false;
          }
        });
  }
}

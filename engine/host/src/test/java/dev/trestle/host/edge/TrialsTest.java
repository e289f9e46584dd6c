package dev.trestle.host.edge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.trestle.protocol.Fault;
import dev.trestle.protocol.ScenarioTrace;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many scenarios beside each other, each with a change of its own or with none. */
final class TrialsTest {

  private static final int SCENARIOS = 60;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
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
          byte[] answer = "{\"number\":1000}".getBytes(UTF_8);
          exchange.sendResponseHeaders(200, answer.length);
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

  @Test
  void each_scenario_meets_its_own_change_and_no_other() throws Exception {
    List<Trial> trials = new ArrayList<>();
    for (int i = 0; i < SCENARIOS; i += 2) {
      Fault.Effect own = new Fault.Swapped("$.number", List.of(String.valueOf(i)));
      trials.add(edges.trials().begin(fault(i, own)));
    }

    List<Future<String>> answers = new ArrayList<>();
    for (int i = 0; i < SCENARIOS; i++) {
      int scenario = i;
      answers.add(threads.submit(() -> send(scenario)));
    }

    for (int i = 0; i < SCENARIOS; i++) {
      String expected = "{\"number\":" + (i % 2 == 0 ? i : 1000) + "}";
      assertThat(answers.get(i).get(20, TimeUnit.SECONDS)).isEqualTo(expected);
    }
    assertThat(trials).allMatch(trial -> trial.met() == 1 && trial.changed() == 1);
  }

  @Test
  void nothing_is_changed_once_they_ended() throws Exception {
    edges.trials().begin(fault(0, new Fault.Answer(503, "", "")));
    edges.trials().begin(fault(1, new Fault.Answer(503, "", "")));

    edges.trials().end();

    assertThat(send(0)).isEqualTo("{\"number\":1000}");
    assertThat(send(1)).isEqualTo("{\"number\":1000}");
  }

  private static Fault fault(int scenario, Fault.Effect effect) {
    return new Fault(traceId(scenario), "checkout", "orders", null, 0, 0, effect);
  }

  private static String traceId(int scenario) {
    return ScenarioTrace.BEGIN + "%024x".formatted(scenario);
  }

  private String send(int scenario) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/orders"))
            .timeout(Duration.ofSeconds(20))
            .header("traceparent", "00-" + traceId(scenario) + "-b7ad6b7169203331-01")
            .build();
    return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
  }
}

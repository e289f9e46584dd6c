package dev.trestle.host.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trestle.host.session.Session;
import dev.trestle.protocol.Fault;
import dev.trestle.protocol.Json;
import dev.trestle.protocol.JsonRecords;
import dev.trestle.protocol.MutationRequest;
import dev.trestle.protocol.Outage;
import dev.trestle.protocol.Protocol;
import dev.trestle.protocol.ReportRequest;
import dev.trestle.protocol.RunRequest;
import dev.trestle.protocol.StartRequest;
import dev.trestle.protocol.StubMapping;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a caller with the right token is answered whose body is JSON, and not what is wanted. */
final class HostBodiesTest {

  /** What may be absent. */
  private static final List<String> OPTIONAL = List.of("calls", "where", "tags");

  @TempDir Path folder;
  @TempDir Path project;
  private HostServer server;

  @BeforeEach
  void start() throws IOException {
    Session session = Session.open(folder);
    server =
        HostServer.start(
            "secret", session, new WarmHost(session), new Lease(Duration.ofHours(1)), project);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  /** Every route with a body, and a body that it wants. */
  static Map<String, Record> bodies() {
    RunRequest.RunnerLaunch launch =
        new RunRequest.RunnerLaunch("java", List.of("a.jar"), List.of("-ea"));
    RunRequest run =
        new RunRequest(
            Protocol.VERSION,
            "p",
            "/nowhere",
            List.of("c"),
            List.of("x"),
            Map.of("K", "V"),
            "auto",
            true,
            List.of("f"),
            List.of("g"),
            "@a",
            List.of("n"),
            4,
            false,
            true,
            "warn",
            "warn",
            launch,
            new RunRequest.Output("a", "b", "c", "d", "e"));
    Map<String, Record> bodies = new LinkedHashMap<>();
    bodies.put(Protocol.RUNS, run);
    bodies.put(Protocol.MUTATIONS, new MutationRequest(run, 1, 0, true, "folder"));
    bodies.put(
        Protocol.ENVIRONMENT,
        new StartRequest(
            Protocol.VERSION,
            "p",
            "/nowhere",
            List.of("c"),
            List.of("x"),
            Map.of("K", "V"),
            "auto",
            true,
            "logs",
            1,
            launch));
    bodies.put(Protocol.REPORTS, new ReportRequest(Protocol.VERSION, "p", "r", "h"));
    bodies.put(Protocol.STUBS, new StubMapping("s", "t", Map.of("request", Map.of())));
    bodies.put(
        Protocol.FAULTS,
        new Fault("t", "a", "b", "GET /x", 0, 0, new Fault.Answer(503, "text/plain", "no")));
    bodies.put(Protocol.OUTAGES, new Outage("t", new Outage.Slowed("a", "b", 20)));
    return bodies;
  }

  static Stream<String> routes() {
    return bodies().keySet().stream();
  }

  /** A body that is wrong in one member. */
  private record Wrong(String member, String body) {}

  @ParameterizedTest
  @MethodSource("routes")
  void a_body_that_is_wrong_in_one_member_is_refused_and_names_it(String route) throws Exception {
    List<Wrong> wrongs = new ArrayList<>();
    Object whole = Json.parse(JsonRecords.write(bodies().get(route)));
    spoil(whole, "", wrongs, text -> text);

    assertThat(wrongs).hasSizeGreaterThan(10);
    for (Wrong wrong : wrongs) {
      HttpResponse<String> answer = post(route, wrong.body());
      assertThat(answer.statusCode())
          .as(route + ": " + wrong + ": " + answer.body())
          .isEqualTo(400);
      assertThat(answer.body()).as(route + ": " + wrong).contains(wrong.member());
    }
  }

  private interface Around {
    String put(String part);
  }

  private static void spoil(Object json, String name, List<Wrong> wrongs, Around around) {
    if (json instanceof Map<?, ?> map && !name.equals("mapping")) {
      if (!map.containsKey("K") && !map.isEmpty()) {
        String any = String.valueOf(map.keySet().iterator().next());
        String more = Json.write(map.get(any)) + ",\"unheard\":1";
        wrongs.add(new Wrong("unheard", around.put(object(map, any, any, more))));
      }
      for (Object key : map.keySet()) {
        String member = (String) key;
        Around inside = part -> around.put(object(map, member, member, part));
        if (!OPTIONAL.contains(member) && !member.equals("K")) {
          wrongs.add(new Wrong(member, around.put(object(map, member, "renamed", "1"))));
          wrongs.add(new Wrong(member, inside.put("null")));
        }
        wrongs.add(
            new Wrong(member, inside.put("1,\"" + member + "\":" + Json.write(map.get(member)))));
        spoil(map.get(member), member, wrongs, inside);
      }
    }
    for (String other : others(json, name)) {
      wrongs.add(new Wrong(name.isEmpty() ? "" : name, around.put(other)));
    }
    if (json instanceof List<?> && !name.isEmpty()) {
      wrongs.add(new Wrong(name, around.put("[null]")));
      wrongs.add(new Wrong(name, around.put("[[]]")));
    }
  }

  private static String object(Map<?, ?> map, String replaced, String name, String part) {
    StringBuilder text = new StringBuilder("{");
    map.forEach(
        (key, value) ->
            text.append(text.length() == 1 ? "" : ",")
                .append('"')
                .append(key.equals(replaced) ? name : key)
                .append("\":")
                .append(key.equals(replaced) ? part : Json.write(value)));
    return text.append('}').toString();
  }

  private static List<String> others(Object json, String name) {
    if (name.equals("mapping") || name.equals("protocol")) {
      return List.of();
    }
    if (json instanceof String) {
      return List.of("7", "true", "[]", "{}");
    }
    if (json instanceof Number) {
      return List.of("\"7\"", "1.5", "1e30", "123456789012345678901234567890", "true", "[]", "{}");
    }
    if (json instanceof Boolean) {
      return List.of("\"true\"", "1", "[]", "{}");
    }
    return json instanceof List<?>
        ? List.of("7", "\"a\"", "{}", "true")
        : List.of("7", "\"a\"", "[]", "true");
  }

  @ParameterizedTest
  @MethodSource("routes")
  void json_of_another_kind_is_refused(String route) throws Exception {
    List<String> others = new ArrayList<>(List.of("", "null", "[]", "7", "\"a\"", "{}", "{\"a\""));
    others.add("{\"protocol\":1e999}");
    others.add("[".repeat(300) + "]".repeat(300));
    others.add("{\"a\":".repeat(100_000));
    for (String other : others) {
      HttpResponse<String> answer = post(route, other);
      assertThat(answer.statusCode()).as(route + " " + answer.body()).isEqualTo(400);
      assertThat(answer.body()).isNotBlank().isNotEqualTo("null");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "1", "99", "-1"})
  void another_version_of_the_protocol_is_a_conflict(String version) throws Exception {
    int seen = 0;
    for (Map.Entry<String, Record> each : bodies().entrySet()) {
      String body = JsonRecords.write(each.getValue());
      String other = body.replaceFirst("\"protocol\":[0-9]+", "\"protocol\":" + version);
      if (!other.equals(body)) {
        seen++;
        HttpResponse<String> answer = post(each.getKey(), other);
        assertThat(answer.statusCode()).as(each.getKey()).isEqualTo(409);
        assertThat(answer.body()).contains("version " + version, "Use the same version of both.");
      }
    }
    assertThat(seen).isEqualTo(4);
  }

  @Test
  void a_query_that_is_not_what_is_wanted_is_refused() throws Exception {
    for (String query : List.of("", "?from=x&to=y", "?from=2026-01-01T00:00:00Z", "?from=%zz")) {
      HttpResponse<String> answer = send("GET", Protocol.LOGS + query, "");
      assertThat(answer.statusCode()).as(query + " " + answer.body()).isEqualTo(400);
      assertThat(answer.body()).isNotBlank().isNotEqualTo("null");
    }
  }

  private HttpResponse<String> post(String route, String body)
      throws IOException, InterruptedException {
    return send("POST", route, body);
  }

  private HttpResponse<String> send(String method, String route, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.address() + route.replace("%zz", "%25zz")))
            .header("Authorization", "Bearer secret")
            .timeout(Duration.ofSeconds(30))
            .method(method, BodyPublishers.ofString(body))
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
  }
}

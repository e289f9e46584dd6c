package dev.trestle.host.report;

import dev.trestle.protocol.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Results of a shop with all that the tab about edges can show. */
final class SampleShop {

  static final int EDGES = 14;
  static final String SCENARIO = "Ada pays for her beans";
  static final String HOSTILE = "<script>window.hacked = 1</script><img src=x onerror=hacked()>";

  private static final String LONG = "a-service-with-a-name-that-nobody-would-want-to-type-twice";
  private static final List<String> HTTP =
      List.of(
          "exercised",
          "slow",
          "timed-out",
          "refused",
          "error-status",
          "malformed",
          "unauthorized",
          "contract-checked");
  private static final List<String> TCP = List.of("exercised", "slow", "refused");
  private static final String ADA = "src/test/features/pay.feature:3";
  private static final String BOB = "src/test/features/pay.feature:12";

  private SampleShop() {}

  static void write(Path results) throws IOException {
    Files.writeString(
        results.resolve("a-result.json"),
        Json.write(
            Map.of(
                "uuid",
                "a",
                "name",
                SCENARIO,
                "fullName",
                ADA,
                "status",
                "passed",
                "start",
                1,
                "stop",
                2)));
    Files.writeString(results.resolve(InteractionsFile.NAME), Json.write(interactions()));
  }

  static Map<String, Object> interactions() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("edges", edges());
    all.put(
        "lost",
        List.of(
            Map.of(
                "consumer",
                "cart",
                "provider",
                "pricing",
                "operation",
                "GET /products",
                "count",
                3)));
    all.put("services", services());
    all.put("scenarios", Map.of(ADA, SCENARIO, BOB, HOSTILE));
    all.put("coverage", Map.of("all", 70, "filled", 41, "empty", List.of("cart -> pricing: slow")));
    all.put("contracts", contracts());
    return all;
  }

  private static List<Object> edges() {
    List<Object> edges = new ArrayList<>();
    edges.add(edge("checkout", "cart", "HTTP", HTTP, HTTP));
    edges.add(edge("checkout", "pricing", "HTTP", HTTP, HTTP));
    edges.add(edge("checkout", "payment", "HTTP", HTTP, HTTP));
    edges.add(edge("cart", "pricing", "HTTP", HTTP, List.of("exercised", "refused")));
    edges.add(edge("pricing", "cart", "HTTP", HTTP, List.of()));
    edges.add(edge("payment", HOSTILE, "HTTP", HTTP, List.of("exercised")));
    edges.add(edge("cart", "postgres", "TCP", TCP, List.of("exercised")));
    edges.add(edge("pricing", "postgres", "TCP", TCP, TCP));
    edges.add(edge("checkout", "kafka", "TCP", TCP, List.of("refused")));
    edges.add(edge("payment", LONG, "HTTP", List.of(), List.of()));
    edges.add(edge("kafka", "postgres", "TCP", TCP, List.of()));
    edges.add(edge("test", "checkout", "HTTP", List.of(), List.of("exercised", "error-status")));
    edges.add(edge("test", "cart", "HTTP", List.of(), List.of("exercised")));
    edges.add(edge("test", "pricing", "HTTP", List.of(), List.of("exercised")));
    return edges;
  }

  private static Map<String, Object> edge(
      String consumer, String provider, String kind, List<String> applicable, List<String> seen) {
    Map<String, Object> outcomes = new LinkedHashMap<>();
    seen.forEach(word -> outcomes.put(word, List.of(ADA, BOB)));
    Map<String, Object> edge = new LinkedHashMap<>();
    edge.put("consumer", consumer);
    edge.put("provider", provider);
    edge.put("kind", kind);
    edge.put("observed", !provider.equals(LONG));
    edge.put("count", seen.size() * 1_000);
    edge.put("applicable", applicable);
    edge.put("outcomes", outcomes);
    edge.put("unattributed", kind.equals("TCP") ? seen : List.of());
    edge.put(
        "operations",
        kind.equals("HTTP") && !seen.isEmpty()
            ? List.of(Map.of("operation", "POST /quotes", "count", 7))
            : List.of());
    return edge;
  }

  private static List<Object> services() {
    List<Object> services = new ArrayList<>();
    for (String name : List.of("checkout", "cart", "payment", LONG)) {
      services.add(service(name, "service", 0, List.of()));
    }
    services.add(service("pricing", "service", 2, List.of("DELETE /quotes/{id}")));
    services.add(service(HOSTILE, "stub", 0, List.of()));
    services.add(service("postgres", "database", 0, List.of()));
    services.add(service("kafka", "broker", 0, List.of()));
    return services;
  }

  private static Map<String, Object> service(
      String name, String kind, int operations, List<String> never) {
    return Map.of("name", name, "kind", kind, "operations", operations, "neverCalled", never);
  }

  private static Map<String, Object> contracts() {
    Map<String, Object> finding = new LinkedHashMap<>();
    finding.put("consumer", "cart");
    finding.put("provider", "pricing");
    finding.put("operation", "POST /quotes");
    finding.put("part", "response");
    finding.put("status", 200);
    finding.put("pointer", "/total");
    finding.put("problem", "wrong type");
    finding.put("expected", "number");
    finding.put("actual", HOSTILE);
    finding.put("document", "pricing.yaml#/paths/~1quotes");
    finding.put("count", 4);
    finding.put("scenarios", List.of(SCENARIO, HOSTILE));
    return Map.of("mode", "fail", "checked", 1200, "unchecked", 3, "findings", List.of(finding));
  }
}

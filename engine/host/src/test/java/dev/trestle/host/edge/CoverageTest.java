package dev.trestle.host.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trestle.protocol.Fault;
import dev.trestle.protocol.ScenarioTrace;
import dev.trestle.protocol.ServiceDescription;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class CoverageTest {

  private static final String ADA = "7e57ca5e16cd43dd8448eb211c80319c";
  private static final Edge HTTP = new Edge("cart", "pricing", 1, Edge.Kind.HTTP);
  private static final Edge TCP = new Edge("cart", "postgres", 2, Edge.Kind.TCP);

  private final Coverage coverage = new Coverage();
  private final PathTemplates templates = new PathTemplates();

  @Test
  void an_edge_has_what_happened_on_it_and_in_which_scenarios() {
    templates.put("pricing", List.of("GET /products/{sku}", "GET /products/best", "POST /quotes"));
    coverage.add(exchange("GET /products/7?x=1", ADA, 200));
    coverage.add(exchange("GET /products/best", ADA, 200));
    Exchange late = exchange("POST /quotes", ADA, 200);
    late.isChangedBy(new Fault.Delay(5));
    coverage.add(late);
    coverage.add(exchange("POST /quotes", ADA, 503));
    coverage.add(exchange("GET /health/3f", "", 200));
    coverage.add(TCP, Outcome.REFUSED, ADA);
    coverage.name(ADA, "Ada buys", "buy.feature:3");

    InteractionReport report = coverage.report(List.of(HTTP, TCP), landscape());

    InteractionReport.Edge http = report.edges().get(0);
    assertThat(http.count()).isEqualTo(5);
    assertThat(http.outcomes())
        .isEqualTo(
            Map.of(
                "exercised", List.of("buy.feature:3"),
                "slow", List.of("buy.feature:3"),
                "error-status", List.of("buy.feature:3")));
    assertThat(http.unattributed()).containsExactly("exercised");
    assertThat(report.scenarios()).isEqualTo(Map.of("buy.feature:3", "Ada buys"));
    assertThat(http.operations())
        .containsExactly(
            new InteractionReport.Operation("GET /health/3f", 1),
            new InteractionReport.Operation("GET /products/best", 1),
            new InteractionReport.Operation("GET /products/{sku}", 1),
            new InteractionReport.Operation("POST /quotes", 2));
    assertThat(report.edges().get(1).outcomes()).containsEntry("refused", List.of("buy.feature:3"));
    assertThat(report.lost())
        .containsExactly(new InteractionReport.Lost("cart", "pricing", "GET /health/3f", 1));
    coverage.clear();
    assertThat(coverage.report(List.of(HTTP), landscape()).edges().get(0).count()).isZero();
  }

  private Landscape landscape(Edge... told) {
    return new Landscape(
        List.of(
            new Landscape.Service("cart", ServiceDescription.Kind.SERVICE, List.of()),
            new Landscape.Service(
                "pricing",
                ServiceDescription.Kind.SERVICE,
                List.of("GET /products/{sku}", "POST /quotes", "DELETE /quotes/{id}"))),
        List.of(told),
        templates,
        Set.of());
  }

  @Test
  void operations_that_nobody_called_are_told_of_each_service() {
    templates.put("pricing", List.of("GET /products/{sku}", "POST /quotes", "DELETE /quotes/{id}"));
    coverage.add(exchange("GET /products/7", ADA, 200));

    assertThat(coverage.report(List.of(HTTP), landscape()).services())
        .containsExactly(
            new InteractionReport.Service("cart", "service", 0, List.of()),
            new InteractionReport.Service(
                "pricing", "service", 3, List.of("POST /quotes", "DELETE /quotes/{id}")));
  }

  @Test
  void cells_are_what_can_be_known_of_an_edge_between_services() {
    coverage.add(exchange("GET /products/7", ADA, 200));
    coverage.add(TCP, Outcome.SLOW, ADA);
    Edge fromTest = new Edge(Edge.TEST, "cart", 3, Edge.Kind.HTTP);
    Edge unused = new Edge(Edge.TEST, "pricing", 1, Edge.Kind.HTTP);
    Edge told = new Edge("pricing", "ledger", 80, Edge.Kind.HTTP);
    coverage.add(fromTest, Outcome.ERROR_STATUS, ADA);

    InteractionReport report =
        coverage.report(List.of(HTTP, TCP, fromTest, unused), landscape(told, HTTP));

    assertThat(report.edges())
        .extracting(edge -> edge.consumer() + "-" + edge.provider() + " " + edge.observed())
        .containsExactly(
            "cart-pricing true", "cart-postgres true", "test-cart true", "pricing-ledger false");
    assertThat(report.coverage())
        .isEqualTo(
            new InteractionReport.Cells(
                10,
                3,
                List.of(
                    "cart -> pricing: slow",
                    "cart -> pricing: timed-out",
                    "cart -> pricing: refused",
                    "cart -> pricing: error-status",
                    "cart -> pricing: malformed",
                    "cart -> pricing: unauthorized",
                    "cart -> postgres: refused")));
  }

  @Test
  void an_edge_whose_provider_has_a_document_is_to_be_held_against_it() {
    Landscape documented = new Landscape(List.of(), List.of(), templates, Set.of("pricing"));
    coverage.add(exchange("GET /products/7", ADA, 200));

    assertThat(coverage.report(List.of(HTTP, TCP), documented).coverage().empty())
        .contains("cart -> pricing: contract-checked")
        .doesNotContain("cart -> postgres: contract-checked");

    coverage.checked(HTTP, ADA);

    InteractionReport report = coverage.report(List.of(HTTP), documented);
    assertThat(report.coverage().all()).isEqualTo(8);
    assertThat(report.edges().get(0).outcomes()).containsKey("contract-checked");
  }

  @Test
  void an_edge_on_which_two_things_are_spoken_is_two() {
    Edge unread = new Edge("cart", "pricing", 2, Edge.Kind.TCP);
    Edge another = new Edge("cart", "pricing", 3, Edge.Kind.HTTP);
    coverage.add(exchange("GET /products/7", ADA, 200));
    coverage.add(unread, Outcome.REFUSED, ADA);

    assertThat(coverage.report(List.of(HTTP, unread, another), landscape()).edges())
        .extracting(edge -> edge.kind() + " " + edge.outcomes().keySet())
        .containsExactly("HTTP [exercised]", "TCP [exercised, refused]");
  }

  @Test
  void what_passes_unread_is_seen_once() {
    coverage.passed(TCP, "");
    coverage.passed(TCP, "");
    coverage.passed(TCP, ADA);
    coverage.name(ADA, "Ada buys", "");

    InteractionReport.Edge edge = coverage.report(List.of(TCP), landscape()).edges().get(0);

    assertThat(edge.outcomes()).isEqualTo(Map.of("exercised", List.of("Ada buys")));
    assertThat(edge.unattributed()).containsExactly("exercised");
    assertThat(edge.count()).isZero();
  }

  @Test
  void what_looks_like_an_id_is_one() {
    assertThat(
            templates.of(
                "cart",
                "GET",
                "/carts/e453ec00-cafe-4274-a2f7-fad27a312fe1/items/BEANS-7f3k2q",
                ""))
        .isEqualTo("/carts/*/items/*");
    assertThat(templates.of("cart", "GET", "/v1/carts/17", "")).isEqualTo("/v1/carts/*");
  }

  @Test
  void what_a_scenario_named_is_no_part_of_an_operation() {
    String name = "Beans-" + ScenarioTrace.aliasMark(ADA);

    assertThat(templates.of("stock", "POST", "/stock/" + name + "/take", ADA))
        .isEqualTo("/stock/*/take");
    assertThat(templates.of("stock", "POST", "/stock/" + name.toUpperCase(Locale.ROOT), ADA))
        .isEqualTo("/stock/*");
    assertThat(templates.of("stock", "GET", "/stock-levels/beans-growth", ADA))
        .isEqualTo("/stock-levels/beans-growth");
  }

  @Test
  void what_a_service_calls_without_a_trace_id_is_the_only_running_scenarios() {
    Scenarios scenarios = new Scenarios();
    assertThat(scenarios.only()).isEmpty();
    scenarios.calls(ADA);
    assertThat(scenarios.only()).contains(ADA);
    scenarios.calls("another");
    assertThat(scenarios.only()).isEmpty();
    scenarios.ends("another");
    assertThat(scenarios.only()).contains(ADA);
  }

  private static Exchange exchange(String request, String traceId, int status) {
    String trace =
        traceId.isEmpty() ? "" : "traceparent: 00-" + traceId + "-b7ad6b7169203331-01\r\n";
    Exchange exchange = new Exchange(HTTP, head(request + " HTTP/1.1\r\n" + trace + "\r\n"));
    exchange.answered(head("HTTP/1.1 " + status + " x\r\n\r\n"));
    exchange.over();
    return exchange;
  }

  private static Head head(String text) {
    return Answers.read(text.getBytes(StandardCharsets.ISO_8859_1));
  }
}

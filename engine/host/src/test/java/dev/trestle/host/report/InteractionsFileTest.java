package dev.trestle.host.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trestle.host.edge.InteractionReport;
import dev.trestle.protocol.ContractResult;
import dev.trestle.protocol.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InteractionsFileTest {

  private static final List<String> TCP = List.of("exercised", "slow", "refused");

  @TempDir Path folder;

  private static InteractionReport.Edge edge(
      String consumer, String provider, String kind, Map<String, List<String>> outcomes) {
    List<String> all = new ArrayList<>(TCP);
    all.addAll(
        kind.equals("HTTP")
            ? List.of("timed-out", "error-status", "malformed", "unauthorized")
            : List.of());
    return new InteractionReport.Edge(
        consumer, provider, kind, true, 3, all, outcomes, List.of("exercised"), List.of());
  }

  private static InteractionReport report() {
    return new InteractionReport(
        List.of(
            edge(
                "cart",
                "pricing",
                "HTTP",
                Map.of("exercised", List.of("a:1", "a:2"), "slow", List.of("a:1"))),
            edge("cart", "a|b", "TCP", Map.of("exercised", List.of()))),
        List.of(
            new InteractionReport.Lost("cart", "pricing", "GET /a`|b", 2),
            new InteractionReport.Lost("cart", "pricing", "POST /c", 1)),
        List.of(
            new InteractionReport.Service("pricing", "service", 3, List.of("PUT /a|b", "GET /c"))),
        Map.of("a:1", "A", "a:2", "B"),
        new InteractionReport.Cells(10, 3, List.of("a", "b", "c", "d", "e", "f", "g")),
        ContractResult.NONE);
  }

  @Test
  void it_is_written_for_tools_and_among_allures_results() throws IOException {
    InteractionsFile.write(report(), folder.resolve("trestle"), folder.resolve("allure"));

    String json = Files.readString(folder.resolve("trestle/interactions.json"));
    assertThat(Json.parse(json).toString()).contains("consumer=cart", "a:1=A");
    assertThat(Files.readString(folder.resolve("allure/interactions.json"))).isEqualTo(json);
  }

  @Test
  void it_is_written_for_people_as_a_table() throws IOException {
    InteractionsFile.write(report(), folder, folder);

    assertThat(Files.readString(folder.resolve("interactions.md")))
        .isEqualTo(
            """
            ## Interactions

            **30 %** of 10 cells between services are filled, 7 are empty. Each number is one of scenarios.

            | connection | exercised | slow | timed-out | refused | error-status | malformed | unauthorized |
            |---|:-:|:-:|:-:|:-:|:-:|:-:|:-:|
            | `cart → pricing` | 2+ | 1 | **EMPTY** | **EMPTY** | **EMPTY** | **EMPTY** | **EMPTY** |
            | `cart → a\\|b` TCP | seen | **EMPTY** | – | **EMPTY** | – | – | – |

            ### Findings

            - `cart` dropped the trace of 3 calls: `pricing GET /a'|b`, `pricing POST /c`

            ### Operations never called

            - `pricing`, 2 of 3: `PUT /a|b`, `GET /c`
            """);
  }

  @Test
  void findings_of_contracts_are_told_when_there_are_some() throws IOException {
    InteractionReport report = report();
    ContractResult.Finding finding =
        new ContractResult.Finding(
            "cart",
            "pricing",
            "POST /quotes",
            "response",
            200,
            "/total",
            "wrong type",
            "number",
            "'x'",
            "pricing.yaml",
            4,
            List.of("A"));
    InteractionsFile.write(
        new InteractionReport(
            report.edges(),
            report.lost(),
            report.services(),
            report.scenarios(),
            report.coverage(),
            new ContractResult("fail", 9, 0, List.of(finding), 0)),
        folder,
        folder);

    assertThat(Files.readString(folder.resolve("interactions.md")))
        .contains(
            "- `cart -> pricing` breaks the contract of `POST /quotes`,"
                + " `response /total: wrong type` (4 ×)");
  }
}

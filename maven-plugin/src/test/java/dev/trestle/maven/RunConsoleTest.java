package dev.trestle.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trestle.protocol.ContractResult;
import dev.trestle.protocol.InteractionCoverage;
import dev.trestle.protocol.RunEvent;
import dev.trestle.protocol.RunOutcome;
import dev.trestle.protocol.ScenarioResult;
import dev.trestle.protocol.ScenarioResult.Status;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RunConsoleTest {

  private final RecordingLog log = new RecordingLog();
  private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();

  private RunConsole console(boolean shown) {
    PrintStream out = new PrintStream(terminal, true, StandardCharsets.UTF_8);
    return new RunConsole(log, new ProgressLine(out, shown));
  }

  private static ScenarioResult result(String name, Status status, long millis) {
    boolean red = status.isRed();
    return new ScenarioResult(
        "a.feature › " + name,
        "Cart",
        name,
        "a.feature:3",
        status,
        millis,
        red ? "Then it holds" : null,
        red ? "It does not hold.\nIt is 2." : null);
  }

  @Test
  void a_failure_shows_its_name_place_step_and_message() {
    ScenarioResult red = result("Sold out", Status.FAILED, 20);

    console(false).accept(new RunEvent.RunFinished(new RunOutcome(List.of(red), 20, "r.html")));

    assertThat(log.lines)
        .containsSubsequence(
            "[INFO] Scenarios: 1 in 20 ms: 1 failed",
            "[ERROR] 1) Sold out (failed)",
            "[ERROR]    a.feature:3",
            "[ERROR]    Then it holds",
            "[ERROR]      It does not hold.",
            "[ERROR]      It is 2.",
            "[INFO] Report: r.html");
  }

  static ContractResult.Finding finding(String... scenarios) {
    return new ContractResult.Finding(
        "checkout",
        "payment",
        "POST /payments",
        "response",
        201,
        "/amount",
        "wrong type",
        "integer",
        "\"12.50\" (string)",
        "payment/openapi.yaml#/components/schemas/Payment/properties/amount/type",
        scenarios.length,
        List.of(scenarios));
  }

  @Test
  void violated_contracts_are_told_with_the_place_in_the_document() {
    ContractResult contracts =
        new ContractResult("fail", 70, 2, Collections.nCopies(11, finding("A", "B", "C", "D")), 5);

    console(false)
        .accept(new RunEvent.RunFinished(new RunOutcome(List.of(), 20, "r.html").with(contracts)));

    assertThat(log.lines)
        .containsSubsequence(
            "[ERROR] 1) checkout -> payment, POST /payments, response 201",
            "[ERROR]    /amount: wrong type; the document says integer, there is \"12.50\" (string)",
            "[ERROR]    payment/openapi.yaml#/components/schemas/Payment/properties/amount/type",
            "[ERROR]    4 times, in: A, B, C, and 1 more",
            "[ERROR] … and 6 more in target/trestle/interactions.json",
            "[INFO] Contracts: 70 interactions checked, 2 could not be, or in part only");
  }

  @Test
  void a_message_is_told_by_who_publishes_it_for_whom() {
    ContractResult.Finding finding =
        new ContractResult.Finding(
            "notification",
            "checkout",
            "publish orders",
            "message",
            0,
            "/total",
            "missing field",
            "a value",
            "nothing",
            "checkout/asyncapi.yaml#/components/schemas/Order/required",
            1,
            List.of());

    console(false)
        .accept(
            new RunEvent.RunFinished(
                new RunOutcome(List.of(), 20, "r.html")
                    .with(new ContractResult("warn", 1, 0, List.of(finding), 0))));

    assertThat(log.lines)
        .containsSubsequence(
            "[WARN] 1) checkout, publish orders, message for notification",
            "[WARN]    /total: missing field; the document says a value, there is nothing",
            "[WARN]    once",
            "[INFO] Contracts: 1 interaction checked");
  }

  @Test
  void the_slowest_three_are_named() {
    List<ScenarioResult> results =
        List.of(
            result("A", Status.PASSED, 10),
            result("B", Status.PASSED, 4_000),
            result("C", Status.PASSED, 30),
            result("D", Status.PASSED, 20));

    console(false).accept(new RunEvent.RunFinished(new RunOutcome(results, 4_060, "r.html")));

    assertThat(log.lines).contains("[INFO] Slowest: B 4.0 s · C 30 ms · D 20 ms");
  }

  @Test
  void the_share_of_interactions_that_were_seen_is_told_where_there_are_some() {
    RunOutcome outcome = new RunOutcome(List.of(result("A", Status.PASSED, 1)), 1, "r.html");

    console(false)
        .accept(
            new RunEvent.RunFinished(
                outcome.with(new InteractionCoverage(7, 2, List.of("a -> b: slow"), "i.md"))));
    console(false)
        .accept(
            new RunEvent.RunFinished(
                outcome.with(new InteractionCoverage(0, 0, List.of(), "none.md"))));

    assertThat(log.lines)
        .contains("[INFO] Interactions: 28.5 % of 7 cells; i.md")
        .noneMatch(line -> line.contains("none.md"));
  }

  @Test
  void without_a_terminal_each_feature_gets_one_line() {
    RunConsole console = console(false);
    ScenarioResult passed = result("A", Status.PASSED, 10);

    console.accept(new RunEvent.ScenarioFinished(passed));
    console.accept(new RunEvent.FeatureFinished("Cart", List.of(Status.PASSED)));

    assertThat(log.lines).containsExactly("[INFO]   Cart: 1 passed");
    assertThat(terminal.size()).isZero();
  }

  @Test
  void on_a_terminal_one_line_is_rewritten_and_removed_at_the_end() {
    RunConsole console = console(true);
    ScenarioResult passed = result("A", Status.PASSED, 10);

    console.accept(new RunEvent.ScenarioFinished(passed));
    console.accept(new RunEvent.FeatureFinished("Cart", List.of(Status.PASSED)));
    console.accept(new RunEvent.RunFinished(new RunOutcome(List.of(passed), 10, "r.html")));

    assertThat(terminal.toString(StandardCharsets.UTF_8))
        .isEqualTo("\r\033[K1 done, 0 failed; last: A\r\033[K");
    assertThat(log.lines).noneMatch(line -> line.contains("Cart: "));
  }

  @Test
  void a_long_message_is_cut_and_says_so() {
    ScenarioResult red =
        new ScenarioResult(
            "id", "Cart", "A", "a.feature:3", Status.FAILED, 1, null, "line\n".repeat(40));

    console(false).accept(new RunEvent.RunFinished(new RunOutcome(List.of(red), 1, "r.html")));

    assertThat(log.lines).contains("[ERROR]      … 15 more lines in the report");
  }

  @Test
  void replaced_services_are_named_with_the_reason() {
    RunConsole console = console(false);

    console.accept(
        new RunEvent.ServicesReplaced(Map.of("cart", "cart.jar changed"), List.of("pricing")));
    console.accept(new RunEvent.ServicesReplaced(Map.of(), List.of("pricing")));
    console.accept(new RunEvent.EnvironmentAttached("2026-01-02T03:04:05Z", List.of()));

    assertThat(log.lines)
        .containsExactly(
            "[INFO] Replacing cart: cart.jar changed",
            "[INFO] Keeping pricing",
            "[INFO] The environment is up to date: pricing",
            "[INFO] Attached to the environment that is up: no service");
  }

  @Test
  void the_way_to_the_scenarios_is_told_line_by_line() {
    RunConsole console = console(false);

    console.accept(
        new RunEvent.EnvironmentStarting("process", "no engine answers", List.of("a", "b")));
    console.accept(new RunEvent.ServiceProgress("a", "building"));
    console.accept(new RunEvent.ServiceReady("a", 20));
    console.accept(new RunEvent.EnvironmentReady(30));
    console.accept(new RunEvent.RunStarted(2));

    assertThat(log.lines)
        .containsExactly(
            "[INFO] Runtime: process (no engine answers)",
            "[INFO] Starting 2 services: a, b",
            "[INFO]   a: building",
            "[INFO]   a ready after 20 ms",
            "[INFO] Environment ready after 30 ms",
            "[INFO] Running scenarios in 2 lanes");
    assertThat(terminal.size()).isZero();
  }

  @Test
  void on_a_terminal_progress_goes_before_what_stays() {
    List<RunEvent> last =
        List.of(
            new RunEvent.EnvironmentReady(30),
            new RunEvent.Warning("Beware.\nOf it."),
            new RunEvent.RunAborted(RunEvent.RunAborted.Kind.PROJECT, "gone"));
    for (RunEvent event : last) {
      terminal.reset();
      RunConsole console = console(true);
      console.accept(new RunEvent.ServiceReady("a", 20));
      console.accept(event);
      assertThat(terminal.toString(StandardCharsets.UTF_8))
          .as(event.toString())
          .isEqualTo("\r\033[Ka ready after 20 ms\r\033[K");
    }

    assertThat(log.lines)
        .containsExactly("[INFO] Environment ready after 30 ms", "[WARN] Beware.", "[WARN] Of it.");
  }

  @Test
  void failures_are_counted_on_the_way() {
    RunConsole console = console(true);
    console.accept(new RunEvent.ScenarioFinished(result("A", Status.FAILED, 1)));
    console.accept(new RunEvent.ScenarioFinished(result("B", Status.PASSED, 1)));

    assertThat(terminal.toString(StandardCharsets.UTF_8)).endsWith("2 done, 1 failed; last: B");
  }

  @Test
  void a_dry_run_says_so_and_names_no_report() {
    RunConsole console =
        new RunConsole(
            log,
            new ProgressLine(new PrintStream(terminal, true, StandardCharsets.UTF_8), false),
            true);
    console.accept(new RunEvent.RunStarted(1));
    console.accept(
        new RunEvent.RunFinished(
            new RunOutcome(List.of(result("A", Status.PASSED, 1)), 1, "r.html")));

    assertThat(log.lines)
        .containsExactly(
            "[INFO] Dry run: matching steps, running none, in 1 lane",
            "[INFO] ",
            "[INFO] Dry run, scenarios matched: 1 in 1 ms: 1 matched",
            "[INFO] Dry run: no step was run, and no report or result was written");
  }

  private static List<ScenarioResult> notRun(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(i -> result("S" + i, Status.NOT_RUN, 0))
        .toList();
  }

  @Test
  void what_was_not_run_is_listed_once_with_its_reason() {
    console(false).accept(new RunEvent.RunFinished(new RunOutcome(notRun(20), 1, "r.html")));

    assertThat(log.lines)
        .containsSubsequence(
            "[ERROR] ",
            "[ERROR] 20 scenarios were not run:",
            "[ERROR]    S1 (a.feature:3)",
            "[ERROR]    S20 (a.feature:3)",
            "[ERROR]      It does not hold.")
        .noneMatch(line -> line.contains("more in the report"));
  }

  @Test
  void of_many_that_were_not_run_the_rest_is_counted() {
    console(false).accept(new RunEvent.RunFinished(new RunOutcome(notRun(23), 1, "r.html")));

    assertThat(log.lines)
        .contains("[ERROR]    … and 3 more in the report")
        .noneMatch(line -> line.contains("S21 "));
  }

  @Test
  void a_blank_line_goes_before_the_figures_and_each_failure() {
    RunOutcome outcome =
        new RunOutcome(
            List.of(result("A", Status.FAILED, 1), result("B", Status.FAILED, 1)), 1, "r.html");
    console(false).accept(new RunEvent.RunFinished(outcome));

    assertThat(log.lines).startsWith("[INFO] ");
    assertThat(log.lines).filteredOn("[ERROR] "::equals).hasSize(2);
  }

  @Test
  void a_message_of_as_many_lines_as_are_shown_is_whole_and_of_three_none_is_slowest() {
    ScenarioResult red =
        new ScenarioResult(
            "id", "Cart", "A", "a.feature:3", Status.FAILED, 1, null, "line\n".repeat(25));
    List<ScenarioResult> three =
        List.of(red, result("B", Status.PASSED, 1), result("C", Status.PASSED, 1));
    console(false).accept(new RunEvent.RunFinished(new RunOutcome(three, 1, "r.html")));

    assertThat(log.lines)
        .noneMatch(line -> line.contains("more lines"))
        .noneMatch(line -> line.contains("Slowest"));
  }
}

package dev.trestle.steps.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trestle.protocol.Fault;
import dev.trestle.protocol.Fault.Change;
import dev.trestle.protocol.Json;
import dev.trestle.steps.core.testing.Examples;
import dev.trestle.steps.core.testing.FakeHost;
import dev.trestle.steps.core.testing.FeatureRun;
import dev.trestle.steps.faults.glue.SystemSteps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FaultStepsTest {

  private static final FakeHost HOST =
      FakeHost.start("checkout", "inventory", "pricing", "payment", "acquirer");
  private static FeatureRun.Outcome outcome;

  @BeforeAll
  static void run(@TempDir Path folder) {
    System.setProperty("trestle.patience.millis", "200");
    HOST.interactions(traceId -> SystemSteps.CALLS.getOrDefault(traceId, List.of()));
    Path feature = Path.of("src/test/resources/features/faults.feature");
    outcome = FeatureRun.run(HOST, feature, folder, "dev.trestle.steps.faults.glue");
  }

  @AfterAll
  static void close() {
    System.clearProperty("trestle.patience.millis");
    HOST.close();
  }

  private static void assertPassed(String scenario) {
    assertThat(outcome.status(scenario)).as(outcome.message(scenario)).isEqualTo("passed");
  }

  @Test
  void tells_the_host_which_interactions_change_how() {
    assertPassed("answers in place of a service");
    String traceId = HOST.faults().get(0).traceId();
    assertThat(HOST.endedScenarios()).contains(traceId);
    Fault.Answer refused = (Fault.Answer) HOST.faults().get(0).effect();
    assertThat(HOST.faults())
        .startsWith(
            fault(traceId, "checkout", "inventory", null, refused, 4),
            fault(
                traceId,
                "checkout",
                "inventory",
                "POST /reservations/*/commit",
                new Fault.Answer(
                    409, "application/problem+json", refused.body().replace("503", "409")),
                5),
            fault(traceId, "checkout", "pricing", null, new Fault.Delay(1500), 6),
            fault(traceId, "test", "pricing", "/prices/a.b?x=*", new Fault.Delay(200), 7));
    assertThat(outcome.attachment("answers in place of a service", "Faults"))
        .contains("consumer=checkout, provider=inventory", "millis=1500");
    assertThat(refused.status()).isEqualTo(503);
  }

  private static Fault fault(
      String traceId,
      String consumer,
      String provider,
      @Nullable String calls,
      Fault.Effect effect,
      int line) {
    return new Fault(
        traceId,
        consumer,
        provider,
        calls,
        0,
        0,
        effect,
        "src/test/resources/features/faults.feature:" + line);
  }

  @Test
  void a_status_that_no_answer_has_is_refused() {
    for (int status : new int[] {0, 99, 100, 101, 199, 600, 999}) {
      assertThat(outcome.message("status " + status))
          .startsWith(status + " is not the status of an answer.");
    }
    assertPassed("status 200");
    assertPassed("status 599");
  }

  @Test
  void breaks_calls_in_every_way() {
    assertPassed("faults of every kind");
    List<Fault> faults =
        HOST.faults().stream()
            .filter(fault -> fault.traceId().equals(HOST.lifted().get(0).traceId()))
            .toList();
    assertThat(faults)
        .extracting(Fault::effect)
        .hasSize(14)
        .contains(
            new Fault.Silence(),
            new Fault.Refusal(),
            new Fault.Reset(),
            new Fault.CutShort(),
            new Fault.Twice(),
            new Fault.Changed(Change.MALFORMED, ""),
            new Fault.Changed(Change.CONTENT_TYPE, "text/html"),
            new Fault.Changed(Change.EMPTY, ""),
            new Fault.Changed(Change.FIELD_MISSING, "$.id"),
            new Fault.Changed(Change.FIELD_NULL, "$.items[0].sku"),
            new Fault.Changed(Change.FIELD_RETYPED, "$.items[*].sku"));
    assertThat(faults).extracting(Fault::times).startsWith(1, 2, 0);
    assertThat(faults).extracting(Fault::skipped).startsWith(0, 0, 2);
    assertThat(faults).extracting(Fault::calls).contains("POST /reservations", "GET /stock/*");
    assertThat(HOST.lifted().get(0).provider()).isEqualTo("inventory");
    assertThat(outcome.message("unclear field"))
        .startsWith("'total amount' does not say which field is meant.")
        .contains("$.lines[0].net");
  }

  @Test
  void looks_at_calls_in_every_way() {
    assertPassed("calls of an order");
  }

  @Test
  void tells_what_is_wrong_with_calls() {
    assertThat(outcome.message("calls in another order"))
        .startsWith(
            "There was no call of 'checkout' to 'inventory' for 'POST /reservations' after POST"
                + " /payments/7/void of 'checkout' to 'payment'.\nAll calls of the scenario:\n")
        .contains(
            "checkout -> inventory: POST /reservations/7/commit: 503 after 12 ms (answered 503 in"
                + " the provider's place)");
    assertThat(outcome.message("a call too many"))
        .startsWith(
            "'checkout' called 'payment' 1 times after the call of 'checkout' to 'inventory' for"
                + " 'POST /reservations/*/commit'.")
        .contains("POST /payments/7/void");
    assertThat(outcome.message("another amount"))
        .startsWith("The call's body does not have the expected values.")
        .contains("{\"amount\":833,\"currency\":\"EUR\"}");
    assertThat(outcome.message("a slow call"))
        .startsWith("2 of the calls of 'checkout' to 'payment' took 12 ms or more.");
  }

  @Test
  void names_the_services_when_one_is_unknown() {
    assertThat(outcome.message("unknown service"))
        .isEqualTo(
            """
            Service 'inventry' is unknown.
            Services of the environment: checkout, inventory, pricing, payment, acquirer.
            Look at src/test/resources/features/faults.feature:10.
            Correct the name in the step, or add the service to the Compose file.""");
  }

  @Test
  void says_how_calls_are_written() {
    assertThat(outcome.message("unclear calls"))
        .startsWith("'the commit' does not say which calls are meant.")
        .contains("'POST /reservations/*/commit'");
  }

  @Test
  void stubs_a_third_party_for_the_scenario() {
    assertPassed("third party");
    assertThat(HOST.stubs()).hasSize(2);
    assertThat(HOST.stubs().get(0).service()).isEqualTo("acquirer");
    assertThat(Json.write(HOST.stubs().get(0).mapping())).contains("\"status\":402");
    assertThat(Json.write(HOST.stubs().get(1).mapping()))
        .contains("\"requiredScenarioState\":\"Started\"", "\"newScenarioState\":\"answering\"")
        .contains("\"urlPathPattern\":\"/authorisations\"", "\"fixedDelayMilliseconds\":60000");
  }

  @Test
  void refuses_what_is_no_stub_mapping() {
    assertThat(outcome.message("third party with a broken mapping"))
        .startsWith("The doc string is no WireMock stub mapping.\nIt is not JSON: ");
  }

  @Test
  void counts_calls_and_compares_headers() {
    assertPassed("calls that were made");
  }

  @Test
  void lists_the_calls_of_the_edge_when_the_number_is_wrong() {
    assertThat(outcome.message("calls that were not made"))
        .startsWith("'payment' called 'acquirer' 2 times for 'POST /authorisations', not 3.")
        .contains("  payment -> acquirer: POST /authorisations: no answer after 12 ms\n")
        .contains("  payment -> acquirer: GET /authorisations/7: 200 after 12 ms\n");
  }

  @Test
  void lists_the_scenarios_calls_when_the_edge_has_none() {
    assertThat(outcome.message("no call on the edge"))
        .contains("No call of 'checkout' to 'inventory' was seen in this scenario. Seen were:")
        .contains("payment -> acquirer: POST /authorisations");
  }

  @Test
  void shows_headers_that_differ() {
    assertThat(outcome.message("different headers"))
        .startsWith("The 2 calls of 'payment' to 'acquirer' for '/authorisations' do not have the")
        .contains("1 × traceparent: 00-a", "1 × traceparent: 00-b");
  }

  /** What was called before an example is about calls. */
  private static final Map<String, String> BEFORE =
      Map.of(
          "CallSteps.neverCalled", "only the stock was asked",
          "CallSteps.notAfter", "an order was refused",
          "CallSteps.notAfterFor", "an order was refused");

  @Test
  void every_step_has_an_example_that_works(@TempDir Path folder) throws IOException {
    String feature =
        Examples.feature(FaultSteps.class, CallSteps.class, OutageSteps.class)
            .replaceAll("(?m)^  Scenario: CallSteps.*", "$0\n    Given an order was paid");
    for (Map.Entry<String, String> before : BEFORE.entrySet()) {
      String scenario = "  Scenario: " + before.getKey() + "\n    Given ";
      feature = feature.replace(scenario + "an order was paid", scenario + before.getValue());
    }
    Path features = Files.createDirectories(Path.of("target/examples"));
    Path file = Files.writeString(features.resolve("faults.feature"), feature);
    try (FakeHost host =
        FakeHost.start(
            "checkout",
            "inventory",
            "pricing",
            "payment",
            "acquirer",
            "cart",
            "identity",
            "postgres")) {
      host.interactions(traceId -> SystemSteps.CALLS.getOrDefault(traceId, List.of()));
      FeatureRun.Outcome examples =
          FeatureRun.run(host, file, folder, "dev.trestle.steps.faults.glue");
      assertThat(examples.results().keySet())
          .as(examples.error())
          .hasSize(35)
          .allSatisfy(
              name ->
                  assertThat(examples.status(name)).as(examples.message(name)).isEqualTo("passed"));
    }
  }
}

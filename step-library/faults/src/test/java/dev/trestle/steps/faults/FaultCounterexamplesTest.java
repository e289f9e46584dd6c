package dev.trestle.steps.faults;

import static dev.trestle.steps.core.testing.Counterexamples.Case.ABSENT;
import static dev.trestle.steps.core.testing.Counterexamples.Case.DIFFERENT;
import static dev.trestle.steps.core.testing.Counterexamples.Case.EMPTY;
import static dev.trestle.steps.core.testing.Counterexamples.Case.NULL;
import static dev.trestle.steps.core.testing.Counterexamples.Case.WRONG_TYPE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trestle.steps.core.testing.Counterexamples;
import dev.trestle.steps.core.testing.Counterexamples.Case;
import dev.trestle.steps.core.testing.FakeHost;
import dev.trestle.steps.core.testing.FeatureRun;
import dev.trestle.steps.faults.glue.SystemSteps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FaultCounterexamplesTest {

  private static final List<Case> WORLDS = List.of(DIFFERENT, ABSENT, EMPTY, NULL, WRONG_TYPE);

  @TempDir Path folder;

  @BeforeAll
  static void hurry() {
    System.setProperty("trestle.patience.millis", "50");
  }

  @AfterAll
  static void takeTime() {
    System.clearProperty("trestle.patience.millis");
  }

  @Test
  void no_step_passes_when_it_must_not() {
    try (FakeHost host =
        FakeHost.start("checkout", "inventory", "pricing", "payment", "acquirer", "cart")) {
      host.interactions(SystemSteps::calls);
      further(worlds()).run(host, folder, SystemSteps.class.getPackageName()).assertRed();
    }
  }

  @Test
  void a_count_must_hold_until_the_scenario_acts_again_or_ends() throws IOException {
    String paid = call("checkout", "payment", "POST /payments", "");
    String feature =
        Stream.of(
                "Feature: later calls",
                "Scenario: a second call comes later",
                paid,
                "Then \"checkout\" called \"payment\" 1 time",
                "And later \"checkout\" calls \"payment\" for \"POST /payments\"",
                "Scenario: a call comes before the next action",
                paid,
                "Then \"checkout\" never called \"inventory\"",
                "And later \"checkout\" calls \"inventory\" for \"POST /reservations\"",
                call("checkout", "payment", "POST /payments", ""),
                "Then \"checkout\" called \"payment\" 2 times",
                "Scenario: the next action calls again",
                paid,
                "Then \"checkout\" called \"payment\" 1 time",
                call("checkout", "payment", "POST /payments", ""),
                "Then \"checkout\" called \"payment\" 2 times",
                "And \"checkout\" called \"payment\" 2 times for \"POST /payments\"",
                "Scenario: a count of an action",
                paid,
                "And \"checkout\" called \"payment\" 1 time",
                "And later \"checkout\" calls \"payment\" for \"POST /payments\"")
            .collect(Collectors.joining("\n"));
    Path features = Files.createDirectories(Path.of("target/examples"));
    Path file = Files.writeString(features.resolve("later.feature"), feature);
    try (FakeHost host = FakeHost.start("checkout", "inventory", "payment")) {
      host.interactions(traceId -> SystemSteps.CALLS.getOrDefault(traceId, List.of()));
      FeatureRun.Outcome outcome =
          FeatureRun.run(host, file, folder.resolve("later"), SystemSteps.class.getPackageName());
      assertThat(outcome.message("a second call comes later"))
          .startsWith("'checkout' called 'payment' 2 times, not 1. Later ones came after")
          .contains("Look at target/examples/later.feature:4.");
      assertThat(outcome.status("a second call comes later")).isEqualTo("failed");
      assertThat(outcome.message("a call comes before the next action"))
          .startsWith("'checkout' called 'inventory' 1 times, not 0. Later ones came after");
      assertThat(outcome.status("the next action calls again"))
          .as(outcome.message("the next action calls again"))
          .isEqualTo("passed");
      assertThat(outcome.status("a count of an action")).isEqualTo("passed");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'checkout' did not call 'inventory' after calling 'payment' for 'POST /payments'"
            + "| 'checkout' calls 'inventory' for 'POST /reservations'"
            + "| 'checkout' called 'inventory' 1 times after the call",
        "'checkout' did not call 'inventory' for '/reservations' after calling 'payment' for '/payments'"
            + "| 'checkout' calls 'inventory' for 'POST /reservations'"
            + "| 'checkout' called 'inventory' 1 times for '/reservations' after the call",
        "every call of 'checkout' to 'payment' for '/payments' took less than 1 s"
            + "| 'checkout' calls 'payment' for 'POST /payments' with 'slow'"
            + "| 1 of the calls of 'checkout' to 'payment' for '/payments' took 1000 ms or more.",
        "every call of 'checkout' to 'payment' took less than 1 s"
            + "| 'checkout' calls 'payment' for 'POST /payments' with 'slow'"
            + "| 1 of the calls of 'checkout' to 'payment' took 1000 ms or more.",
        "all calls of 'checkout' to 'payment' for 'POST /payments' have the same header 'idempotency-key'"
            + "| 'checkout' calls 'payment' for 'POST /payments' with 'other'"
            + "| The 3 calls of 'checkout' to 'payment' for 'POST /payments' do not have the same"
      })
  void what_holds_of_all_calls_must_hold_for_later_ones(String step, String later, String message)
      throws IOException {
    String paid = call("checkout", "payment", "POST /payments", "") + "\n";
    String feature =
        ("Feature: later\nScenario: later\n" + paid + paid)
            + ("Then " + step + "\nAnd later " + later + "\n");
    Path features = Files.createDirectories(Path.of("target/examples"));
    Path file = Files.writeString(features.resolve("all.feature"), feature.replace('\'', '"'));
    try (FakeHost host = FakeHost.start("checkout", "inventory", "payment")) {
      host.interactions(traceId -> SystemSteps.CALLS.getOrDefault(traceId, List.of()));
      FeatureRun.Outcome outcome =
          FeatureRun.run(host, file, folder, SystemSteps.class.getPackageName());
      assertThat(outcome.message("later"))
          .startsWith(message)
          .contains("Look at target/examples/all.feature:5.");
    }
  }

  private static Counterexamples worlds() {
    Counterexamples all = Counterexamples.of(new FaultsArtifact());
    for (Case world : WORLDS) {
      String body =
          switch (world) {
            case DIFFERENT -> "{'amount': 1, 'currency': 'USD', 'status': 'REFUSED'}";
            case EMPTY -> "";
            case NULL -> "{'amount': null, 'currency': null, 'status': null}";
            case WRONG_TYPE -> "{'amount': [833], 'currency': {}, 'status': ['AUTHORISED']}";
            default -> "{}";
          };
      String paid = call("checkout", "payment", "POST /payments", body.replace('\'', '"'));
      all.in(world, paid)
          .in(world, "CallSteps.faster", call("cart", "pricing", "GET /quotes", "{}"))
          .in(
              world,
              "CallSteps.neverCalledFor",
              call("checkout", "payment", "POST /payments/7/capture", "{}"))
          .in(
              world,
              "CallSteps.notAfter",
              call("checkout", "inventory", "POST /reservations/7/release", "{}") + "\n" + paid)
          .in(world, "CallSteps.fasterFor", call("cart", "pricing", "POST /quotes", "{}"))
          .in(
              world,
              "CallSteps.notAfterFor",
              call("checkout", "inventory", "POST /reservations/7/release", "{}") + "\n" + paid)
          .in(
              world,
              "CallSteps.sameHeader",
              call("payment", "acquirer", "POST /authorisations", "")
                  + "\n"
                  + call("payment", "acquirer", "POST /authorisations", "1"));
    }
    return all;
  }

  private static Counterexamples further(Counterexamples all) {
    String paid = call("checkout", "payment", "POST /payments", "");
    return all.also(
            "one call in two rows",
            paid
                + "\nThen these calls were made in this order:\n"
                + "  | checkout | payment | POST /payments |\n"
                + "  | checkout | payment | POST /payments |")
        .also(
            "one call in progress in two rows",
            "Given a call is in progress"
                + "\nThen these calls were made in this order:\n"
                + "  | checkout | payment | POST /payments |\n"
                + "  | checkout | payment | POST /payments |")
        .also(
            "an order of one call",
            paid
                + "\nThen these calls were made in this order:\n"
                + "  | checkout | payment | POST /payments |")
        .also(
            "the same header of one call",
            call("payment", "acquirer", "POST /authorisations", "")
                + "\nThen all calls of \"payment\" to \"acquirer\" for \"POST /authorisations\" have"
                + " the same header \"Idempotency-Key\"");
  }

  private static String call(String consumer, String provider, String calls, String body) {
    return "When \"%s\" calls \"%s\" for \"%s\" with '%s'"
        .formatted(consumer, provider, calls, body);
  }
}

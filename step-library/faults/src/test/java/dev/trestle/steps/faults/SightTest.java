package dev.trestle.steps.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trestle.protocol.EdgeView;
import dev.trestle.steps.core.testing.FakeHost;
import dev.trestle.steps.core.testing.FeatureRun;
import dev.trestle.steps.faults.glue.SystemSteps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said of all calls of an edge is red where the host does not see all of them. */
final class SightTest {

  private static final EdgeView ALL = new EdgeView(true, true, "", 0, false, List.of("a -> b"));
  private static final EdgeView NO_EDGE =
      new EdgeView(false, false, "", 0, false, List.of("a -> b"));
  private static final EdgeView TCP =
      new EdgeView(true, false, "it is not of HTTP", 0, false, List.of());
  private static final EdgeView UNREAD =
      new EdgeView(
          true, true, "the end of an answer of 'payment' is in doubt", 0, false, List.of());
  private static final EdgeView LOST = new EdgeView(true, true, "", 3, false, List.of());
  private static final EdgeView MANY = new EdgeView(true, true, "", 0, true, List.of());

  private static final List<String> STEPS =
      List.of(
          "Then \"checkout\" never called \"inventory\"",
          "Then \"checkout\" called \"inventory\" 0 times",
          "Then \"checkout\" never called \"inventory\" for \"GET /stock/*\"",
          "Then \"checkout\" called \"payment\" 1 time",
          "Then \"checkout\" called \"payment\" 1 time for \"POST /payments\"",
          "Then \"checkout\" did not call \"inventory\" after calling \"payment\" for \"/payments\"",
          "Then \"checkout\" did not call \"inventory\" for \"GET /stock/*\" after calling \"payment\""
              + " for \"/payments\"",
          "Then every call of \"checkout\" to \"payment\" took less than 1 s",
          "Then every call of \"checkout\" to \"payment\" for \"POST /payments\" took less than 1 s",
          "Then all calls of \"checkout\" to \"cart\" for \"GET /carts/*\" have the same header"
              + " \"Idempotency-Key\"");

  @TempDir private Path folder;

  @BeforeAll
  static void hurry() {
    System.setProperty("trestle.patience.millis", "50");
  }

  @AfterAll
  static void takeTime() {
    System.clearProperty("trestle.patience.millis");
  }

  private record View(EdgeView edge, String told) {}

  static List<View> blind() {
    return List.of(
        new View(NO_EDGE, "There is no edge from 'checkout' to '"),
        new View(NO_EDGE, "The edges are: a -> b."),
        new View(TCP, "is not of HTTP: its traffic passes unread."),
        new View(UNREAD, "traffic passed unread while the scenario ran"),
        new View(UNREAD, "since the end of an answer of 'payment' is in doubt"),
        new View(MANY, "more calls without a scenario's trace id than the host remembers"),
        new View(LOST, "made 3 such call(s) to '"));
  }

  private FeatureRun.Outcome run(EdgeView view, String given) throws IOException {
    return run(view, given, view);
  }

  private FeatureRun.Outcome run(EdgeView view, String given, EdgeView ofPayment)
      throws IOException {
    StringBuilder feature = new StringBuilder("Feature: all calls\n");
    for (int i = 0; i < STEPS.size(); i++) {
      feature.append("Scenario: ").append(i).append('\n').append(given).append('\n');
      feature.append(STEPS.get(i)).append('\n');
    }
    Path file = Files.writeString(folder.resolve("sight.feature"), feature);
    try (FakeHost host = FakeHost.start("checkout", "inventory", "payment", "cart")) {
      host.interactions(traceId -> SystemSteps.CALLS.getOrDefault(traceId, List.of()));
      host.edge(view);
      host.edge("payment", ofPayment);
      return FeatureRun.run(
          host,
          file,
          Files.createTempDirectory(folder, "results"),
          SystemSteps.class.getPackageName());
    }
  }

  private static final String CALLED =
      "Given \"checkout\" calls \"payment\" for \"POST /payments\" with ''\n"
          + "And \"checkout\" calls \"cart\" for \"GET /carts/1\" with ''\n"
          + "And \"checkout\" calls \"cart\" for \"GET /carts/1\" with ''";

  @Test
  void what_is_said_of_all_calls_passes_where_all_are_seen() throws IOException {
    FeatureRun.Outcome outcome = run(ALL, CALLED);

    for (int i = 0; i < STEPS.size(); i++) {
      String name = String.valueOf(i);
      assertThat(outcome.status(name)).as(STEPS.get(i) + outcome.message(name)).isEqualTo("passed");
    }
  }

  @ParameterizedTest
  @MethodSource("blind")
  void what_is_said_of_all_calls_is_red_and_says_why_where_calls_are_not_seen(View view)
      throws IOException {
    FeatureRun.Outcome outcome = run(view.edge(), CALLED);

    for (int i = 0; i < STEPS.size(); i++) {
      String name = String.valueOf(i);
      assertThat(outcome.status(name)).as(STEPS.get(i)).isEqualTo("failed");
      assertThat(outcome.message(name)).as(STEPS.get(i)).contains("cannot be said", view.told());
    }
  }

  @Test
  void what_came_after_a_call_cannot_be_said_where_an_earlier_one_may_have_been_missed()
      throws IOException {
    FeatureRun.Outcome outcome = run(ALL, CALLED, LOST);

    for (String name : List.of("5", "6")) {
      assertThat(outcome.message(name))
          .startsWith("When the call of 'checkout' to 'payment' for '/payments' came first cannot")
          .contains("made 3 such call(s) to 'payment'");
    }
    assertThat(outcome.status("0")).isEqualTo("passed");
  }

  @Test
  void that_nobody_called_can_be_said_once_a_message_carried_the_trace() throws IOException {
    FeatureRun.Outcome silent = run(ALL, "Given nothing was called");
    FeatureRun.Outcome sent = run(ALL, "Given a message was sent");

    assertThat(silent.message("0"))
        .startsWith("That there was no call of 'checkout' to 'inventory'");
    assertThat(sent.status("0")).as(sent.message("0")).isEqualTo("passed");
    assertThat(sent.status("2")).as(sent.message("2")).isEqualTo("passed");
    assertThat(sent.status("3")).isEqualTo("failed");
  }
}

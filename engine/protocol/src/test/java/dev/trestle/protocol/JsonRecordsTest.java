package dev.trestle.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trestle.protocol.RunRequest.Output;
import dev.trestle.protocol.RunRequest.RunnerLaunch;
import dev.trestle.protocol.ScenarioResult.Status;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JsonRecordsTest {

  private static final ScenarioResult RESULT =
      new ScenarioResult("id", "f", "n", "f:1", Status.FAILED, 12, "Then x", "a\nb");

  private static final StartRequest START =
      new StartRequest(
          1,
          "p",
          "/d",
          List.of(),
          List.of(),
          Map.of(),
          "auto",
          true,
          "l",
          0,
          new RunnerLaunch("java", List.of("a.jar"), List.of()));

  static List<Record> everything() {
    return List.of(
        new HostRequest(1, "token", "/state", 60, "e", null),
        new HostRequest(1, "token", "/state", 60, "e", null).before(START),
        new HostState(1, "http://127.0.0.1:1", 7, "2026-01-01T00:00:00Z", "", "e", true),
        new RunnerRequest(
            1, "h", "t", List.of("a"), List.of("g"), null, List.of(), 2, "r", true, "m", "x"),
        new RunRequest(
            1,
            "p",
            "/d",
            List.of("c"),
            List.of(),
            Map.of("K", "V"),
            "auto",
            true,
            List.of("f"),
            List.of(),
            "@a",
            List.of("n"),
            4,
            false,
            true,
            "warn",
            "fail",
            new RunnerLaunch("java", List.of("a.jar"), List.of("-ea")),
            new Output("a", "b", "c", "d", "e")),
        new ReportRequest(1, "p", "r", "h"),
        new EnvironmentDescription(
            "process",
            List.of(
                new ServiceDescription(
                    "db",
                    ServiceDescription.Kind.DATABASE,
                    Map.of("5432", "127.0.0.1:9"),
                    Map.of("jdbc.user", "u")))),
        new Mail.Page(List.of(new Mail("a", List.of("b"), "s", "t", "h", List.of(), "now"))),
        new Interaction.Page(
            List.of(
                new Interaction(
                    "a",
                    "b",
                    "GET",
                    "/",
                    Map.of("x", "y"),
                    "q",
                    1,
                    200,
                    Map.of(),
                    "r",
                    1,
                    "t",
                    3,
                    "late"))),
        new ServiceLog.Page(List.of(new ServiceLog("s", List.of("l")))),
        new StubMapping("s", "trace", Map.of("request", Map.of("method", "GET"))),
        new Fault("t", "a", "b", "POST /", 0, 1, new Fault.Answer(503, "text/plain", "x")),
        new Fault("t", "a", "b", "/x", 2, 0, new Fault.Delay(10), "a.feature:3"),
        new Fault("t", "a", "b", null, 0, 0, new Fault.Reset()),
        new Fault("t", "a", "b", null, 0, 0, new Fault.Changed(Fault.Change.FIELD_NULL, "$.x")),
        new Fault("t", "a", "b", null, 0, 0, new Fault.Swapped("$.x", List.of("\"A\""))),
        new Fault("t", "a", "b", null, 0, 0, new Fault.Restated(201, 500)),
        new Fault("t", "a", "b", null, 0, 0, new Fault.Replaced(200, "text/plain", "x")),
        new MutationOutcome(
            List.of(new MutationOutcome.Edge("a -> b", 1, 2, 3, 1, 4, 5)),
            List.of("s"),
            List.of("u"),
            List.of("n"),
            List.of("e"),
            5,
            10,
            "j",
            "m"),
        new ScenarioEnd(List.of("a"), List.of("b")),
        new ScenarioEnd(List.of("a"), List.of("b"), List.of("c"), true),
        new FaultState(List.of("a"), List.of("b")),
        new Outage("t", new Outage.Slowed("a", "b", 20)),
        new RunOutcome(List.of(RESULT), 5, "r"),
        new RunPlan(List.of("a", "b")),
        new RunnerEnd(2, Map.of("PASSED", 2L)),
        new RunOutcome(List.of(RESULT), 5, "r")
            .with(new InteractionCoverage(9, 8, List.of("a -> b: slow"), "i.md")),
        new RunOutcome(List.of(), 5, "r")
            .with(
                new ContractResult(
                    "fail",
                    1,
                    2,
                    List.of(
                        new ContractResult.Finding(
                            "c",
                            "p",
                            "GET /",
                            "response",
                            200,
                            "/x",
                            "wrong",
                            "e",
                            "a",
                            "d",
                            3,
                            List.of("s"))),
                    4)));
  }

  static List<RunEvent> events() {
    return List.of(
        new RunEvent.EnvironmentStarting("process", "why", List.of("a")),
        new RunEvent.ServiceProgress("a", "pulling b"),
        new RunEvent.ServiceReady("a", 1),
        new RunEvent.EnvironmentReady(2),
        new RunEvent.RunStarted(2),
        new RunEvent.ScenarioFinished(RESULT),
        new RunEvent.FeatureFinished("f", List.of(ScenarioResult.Status.NOT_RUN)),
        new RunEvent.Warning("w"),
        new RunEvent.MutationStarted(9, 2, 3, "anew"),
        new RunEvent.MutationProgress(new MutationOutcome.Edge("all", 1, 0, 0, 0, 0, 8), 100),
        new RunEvent.RunFinished(new RunOutcome(List.of(), 0, "r")),
        new RunEvent.RunFinished(
            new RunOutcome(List.of(RESULT), 0, "r")
                .with(new RunEvent.RunAborted(RunEvent.RunAborted.Kind.PROJECT, "m"))),
        new RunEvent.RunAborted(RunEvent.RunAborted.Kind.MACHINE, "m"));
  }

  @ParameterizedTest
  @MethodSource("everything")
  void every_record_survives_the_crossing(Record value) {
    assertThat(JsonRecords.read(JsonRecords.write(value), value.getClass())).isEqualTo(value);
  }

  @ParameterizedTest
  @MethodSource("events")
  void every_event_is_known_again_by_its_type(RunEvent event) {
    assertThat(JsonRecords.read(JsonRecords.write((Record) event), RunEvent.class))
        .isEqualTo(event);
  }

  @Test
  void a_newer_writers_members_do_no_harm_and_absent_lists_are_empty() {
    ServiceLog log = JsonRecords.read("{\"service\":\"a\",\"new\":[1,{}]}", ServiceLog.class);

    assertThat(log).isEqualTo(new ServiceLog("a", List.of()));
  }

  @Test
  void what_does_not_fit_is_named_by_its_path() {
    assertThatThrownBy(
            () -> JsonRecords.read("{\"logs\":[{\"service\":7}]}", ServiceLog.Page.class))
        .isInstanceOf(JsonException.class)
        .hasMessage("Page.logs[0].service wants a String but has 7.");
    assertThatThrownBy(() -> JsonRecords.read("{\"type\":\"Unheard\"}", RunEvent.class))
        .hasMessageContaining("wants a known type but has Unheard");
  }
}

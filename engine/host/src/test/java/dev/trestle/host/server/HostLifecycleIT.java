package dev.trestle.host.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.trestle.protocol.Json;
import dev.trestle.protocol.RunEvent.EnvironmentReady;
import dev.trestle.protocol.RunEvent.RunAborted;
import dev.trestle.protocol.RunEvent.RunFinished;
import dev.trestle.protocol.RunEvent.RunStarted;
import dev.trestle.protocol.RunEvent.Warning;
import dev.trestle.protocol.RunOutcome;
import dev.trestle.protocol.ScenarioIdentity;
import dev.trestle.protocol.ScenarioResult;
import dev.trestle.protocol.ScenarioResult.Status;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However a run ends, nothing of it stays. */
class HostLifecycleIT {

  @TempDir Path project;
  @TempDir Path temporary;
  private HostUnderTest under;

  @BeforeEach
  void start() throws IOException {
    under = HostUnderTest.start(project, temporary);
    under.service();
  }

  @AfterEach
  void kill() {
    Stream.concat(under.host.descendants(), Stream.of(under.host))
        .forEach(ProcessHandle::destroyForcibly);
    under.parent.destroyForcibly();
  }

  private void assertNothingStays(List<ProcessHandle> processes) throws IOException {
    Leftovers.expectNone(project, temporary, processes);
  }

  private List<String> historyIds() throws IOException {
    List<String> ids = new ArrayList<>();
    Path results = project.resolve("target/allure-results");
    try (DirectoryStream<Path> files = Files.newDirectoryStream(results, "*-result.json")) {
      for (Path file : files) {
        ids.add(String.valueOf(((Map<?, ?>) Json.parse(Files.readString(file))).get("historyId")));
      }
    }
    return ids;
  }

  @Test
  void a_run_passes_and_the_host_goes_with_its_parent() throws Exception {
    under.feature("Given the service answers");

    under.run().join();
    List<ProcessHandle> before = under.host.descendants().toList();

    RunFinished finished = under.await(RunFinished.class);
    assertThat(finished.outcome().count(Status.PASSED)).isEqualTo(1);
    assertThat(project.resolve("target/report.html")).exists();
    assertThat(historyIds())
        .as("the runner's are the host's")
        .containsExactly(ScenarioIdentity.hash(finished.outcome().scenarios().get(0).id()));
    Path state = project.resolve("target/host.json");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(state)))
        .isEqualTo("rw-------");

    under.killParent();
    under.awaitHostEnd();
    assertNothingStays(before);
  }

  @Test
  void a_runner_boots_before_its_run_is_asked_for_and_goes_with_the_parent() throws Exception {
    ProcessHandle runner = under.awaitProcess("runner.Runner");
    assertThat(under.control().status().standby()).isTrue();

    under.killParent();
    under.awaitHostEnd();
    assertNothingStays(List.of(runner));
  }

  @Test
  void the_runner_that_booted_ahead_serves_the_run() throws Exception {
    under.feature("Given the service answers");
    under.awaitProcess("runner.Runner");

    under.run().join();

    assertThat(under.await(RunFinished.class).outcome().count(Status.PASSED)).isEqualTo(1);
    Path logs = project.resolve("target/logs");
    assertThat(logs.resolve("runner.log")).exists();
    assertThat(logs.resolve("runner.args")).as("the file of a runner of its own").doesNotExist();

    List<ProcessHandle> before = under.host.descendants().toList();
    under.killParent();
    under.awaitHostEnd();
    assertNothingStays(before);
  }

  @Test
  void a_killed_parent_ends_a_run_in_its_middle_and_the_report_is_still_written() throws Exception {
    under.hangingFeature();
    under.run();
    under.await(RunStarted.class);
    List<ProcessHandle> running =
        List.of(under.awaitProcess("TinyService"), under.awaitProcess("runner.Runner"));
    under.await(EnvironmentReady.class);
    under.awaitHanging();

    under.killParent();
    under.awaitHostEnd();

    assertNothingStays(running);
    assertThat(project.resolve("target/report.html")).as(under.log()).exists();
  }

  @Test
  void a_killed_parent_ends_a_start_in_its_middle() throws Exception {
    under.feature("Given the service answers");
    Files.writeString(
        project.resolve("compose.yaml"),
        Files.readString(project.resolve("compose.yaml")).replace("/health", "/sick"));
    under.run();
    List<ProcessHandle> running = List.of(under.awaitProcess("TinyService"));

    under.killParent();
    under.awaitHostEnd();

    assertNothingStays(running);
  }

  @Test
  void a_killed_runner_aborts_the_run_and_names_the_exit_code() throws Exception {
    under.hangingFeature();
    var run = under.run();
    under.await(RunStarted.class);
    ProcessHandle service = under.awaitProcess("TinyService");
    ProcessHandle runner = under.awaitProcess("runner.Runner");
    under.awaitHanging();

    runner.destroyForcibly();
    run.join();

    RunOutcome outcome = under.await(RunFinished.class).outcome();
    RunAborted aborted = outcome.trouble();
    assertThat(aborted).isNotNull();
    assertThat(aborted.kind()).isEqualTo(RunAborted.Kind.MACHINE);
    assertThat(aborted.message()).contains("exit code 137").contains("runner.log");
    assertThat(outcome.scenarios())
        .extracting(ScenarioResult::name, ScenarioResult::status)
        .containsExactly(tuple("One", Status.FAILED), tuple("Two", Status.PASSED));
    assertThat(project.resolve("target/report.html")).exists();
    try (Stream<Path> results = Files.list(project.resolve("target/allure-results"))) {
      assertThat(results.filter(file -> file.toString().endsWith("-result.json")))
          .anySatisfy(file -> assertThat(Files.readString(file)).contains("in this scenario"));
    }
    assertThat(historyIds()).contains(ScenarioIdentity.hash("features/life.feature › One"));
    Waiting.untilTrue(() -> !service.isAlive(), "the end of the service");
    under.killParent();
    under.awaitHostEnd();
    assertNothingStays(List.of(runner, service));
  }

  @Test
  void a_killed_service_is_named_while_the_run_goes_on() throws Exception {
    under.feature("When the scenario hangs");
    under.run();
    under.await(RunStarted.class);

    under.awaitProcess("TinyService").destroyForcibly();

    assertThat(under.await(Warning.class).message())
        .startsWith("Service 'tiny' ended with exit code 137");
    under.killParent();
    under.awaitHostEnd();
    assertNothingStays(List.of());
  }

  @Test
  void what_a_killed_host_leaves_is_swept_by_the_next() throws Exception {
    under.feature("When the scenario hangs");
    under.run();
    under.await(RunStarted.class);
    ProcessHandle service = under.awaitProcess("TinyService");
    under.host.destroyForcibly();
    under.awaitHostEnd();
    under.killParent();

    under = HostUnderTest.start(project, temporary);

    Waiting.untilTrue(() -> !service.isAlive(), "the sweep of the service");
    under.killParent();
    under.awaitHostEnd();
    assertNothingStays(List.of(service));
  }

  @Test
  void a_service_that_ends_at_its_start_is_told_with_its_log() throws Exception {
    under.feature("Given the service answers");
    Files.writeString(
        project.resolve("compose.yaml"),
        Files.readString(project.resolve("compose.yaml")).replace("TinyService", "NoService"));

    under.run().join();

    assertThat(under.await(RunAborted.class).message())
        .startsWith("Service 'tiny' ended with exit code 1 before it was ready.")
        .contains("NoService")
        .contains("compose.yaml:7");
    under.killParent();
    under.awaitHostEnd();
    assertNothingStays(List.of());
  }

  @Test
  void red_scenarios_and_broken_features_are_told_apart() throws Exception {
    under.feature("Then it fails with \"no luck\"");
    under.run().join();
    assertThat(under.await(RunFinished.class).outcome().red())
        .singleElement()
        .satisfies(red -> assertThat(red.message()).isEqualTo("no luck"));

    under.events.clear();
    under.feature("Given a table", "| a | b |", "| 1 |");
    under.run().join();
    RunAborted aborted = under.await(RunAborted.class);
    assertThat(aborted.kind()).isEqualTo(RunAborted.Kind.PROJECT);
    assertThat(aborted.message()).contains("features/life.feature:6");
    under.killParent();
    under.awaitHostEnd();
    assertNothingStays(List.of());
  }
}

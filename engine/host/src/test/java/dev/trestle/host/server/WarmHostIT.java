package dev.trestle.host.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trestle.protocol.HostStatus;
import dev.trestle.protocol.RunEvent;
import dev.trestle.protocol.RunEvent.EnvironmentAttached;
import dev.trestle.protocol.RunEvent.EnvironmentReady;
import dev.trestle.protocol.RunEvent.RunAborted;
import dev.trestle.protocol.RunEvent.RunFinished;
import dev.trestle.protocol.RunEvent.ServicesReplaced;
import dev.trestle.protocol.RunEvent.Warning;
import dev.trestle.protocol.ScenarioResult.Status;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An environment that stays up between runs, and goes in the end. */
class WarmHostIT {

  private static final int LONG_LEASE = 600;

  @TempDir Path project;
  @TempDir Path temporary;
  private HostUnderTest under;

  @BeforeEach
  void start() throws IOException {
    under = HostUnderTest.start(project, temporary);
    under.service();
    under.feature("Given the service answers");
  }

  @AfterEach
  void kill() {
    Stream.concat(under.host.descendants(), Stream.of(under.host))
        .forEach(ProcessHandle::destroyForcibly);
    under.parent.destroyForcibly();
  }

  private void bringUpAndStay() throws IOException, InterruptedException {
    under.bringUp(LONG_LEASE);
    under.await(EnvironmentReady.class);
    under.stay();
  }

  private RunFinished run() {
    under.events.clear();
    under.run().join();
    return under.await(RunFinished.class);
  }

  private ProcessHandle awaitStandby() {
    Waiting.untilTrue(() -> under.control().status().standby(), "a standby runner");
    return under.awaitProcess("runner.Runner");
  }

  private void endAndExpectNothing() throws Exception {
    List<ProcessHandle> processes = under.host.descendants().toList();
    under.control().end();
    under.awaitHostEnd();
    Leftovers.expectNone(project, temporary, processes);
  }

  @Test
  void an_environment_outlives_its_parent_and_runs_attach_to_it() throws Exception {
    bringUpAndStay();
    ProcessHandle service = under.awaitProcess("TinyService");

    assertThat(run().outcome().count(Status.PASSED)).isEqualTo(1);
    assertThat(under.await(EnvironmentAttached.class).services()).containsExactly("tiny");
    assertThat(run().outcome().count(Status.PASSED)).isEqualTo(1);

    assertThat(under.events).noneMatch(Warning.class::isInstance);
    assertThat(under.awaitProcess("TinyService")).isEqualTo(service);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(state())))
        .isEqualTo("rw-------");
    endAndExpectNothing();
  }

  @Test
  void a_run_takes_the_runner_that_stands_by_and_another_takes_its_place() throws Exception {
    bringUpAndStay();
    ProcessHandle first = awaitStandby();

    run();

    assertThat(first.isAlive()).isFalse();
    ProcessHandle second = awaitStandby();
    assertThat(second).isNotEqualTo(first);
    assertThat(project.resolve("target/logs/runner.log")).exists();

    Files.createDirectories(project.resolve("classes"));
    Files.writeString(project.resolve("classes/new.txt"), "changed");
    assertThat(run().outcome().count(Status.PASSED)).isEqualTo(1);

    ProcessHandle third = awaitStandby();
    assertThat(second.isAlive()).isFalse();
    assertThat(third).isNotEqualTo(second);
    endAndExpectNothing();
  }

  @Test
  void a_lease_that_is_over_takes_everything_down() throws Exception {
    under.bringUp(1);
    under.stay();
    List<ProcessHandle> processes = under.host.descendants().toList();

    under.awaitHostEnd();

    Leftovers.expectNone(project, temporary, processes);
  }

  @Test
  void a_parent_that_is_killed_before_the_host_is_told_to_stay_takes_it_along() throws Exception {
    under.bringUp(LONG_LEASE);
    List<ProcessHandle> processes = under.host.descendants().toList();

    under.killParent();
    under.awaitHostEnd();

    Leftovers.expectNone(project, temporary, processes);
  }

  @Test
  void what_a_killed_host_leaves_is_swept_by_the_next() throws Exception {
    bringUpAndStay();
    awaitStandby();
    ProcessHandle service = under.awaitProcess("TinyService");
    under.host.destroyForcibly();
    under.awaitHostEnd();
    assertThat(service.isAlive()).isTrue();

    under = HostUnderTest.start(project, temporary);

    Waiting.untilTrue(() -> !service.isAlive(), "the sweep of the service");
    bringUpAndStay();
    endAndExpectNothing();
  }

  @Test
  void a_run_whose_caller_goes_away_ends_and_the_environment_stays() throws Exception {
    bringUpAndStay();
    ProcessHandle service = under.awaitProcess("TinyService");
    under.hangingFeature();
    try (Socket caller = under.runToBeLeft()) {
      Waiting.untilTrue(() -> Files.exists(project.resolve("hanging")), "the scenario to hang");
      assertThat(under.control().status().running()).isTrue();
      caller.setSoLinger(true, 0);
    }

    Waiting.untilTrue(() -> !under.control().status().running(), "the end of the run");
    under.feature("Given the service answers");
    assertThat(run().outcome().count(Status.PASSED)).isEqualTo(1);
    assertThat(service.isAlive()).isTrue();
    endAndExpectNothing();
  }

  @Test
  void one_start_or_run_goes_on_at_a_time() throws Exception {
    bringUpAndStay();
    under.hangingFeature();
    try (Socket caller = under.runToBeLeft()) {
      Waiting.untilTrue(() -> under.control().status().running(), "the run");

      assertThatThrownBy(() -> under.bringUp(LONG_LEASE))
          .hasMessageStartingWith("The environment is busy");
      assertThat(caller.isConnected()).isTrue();
    }
    endAndExpectNothing();
  }

  @Test
  void a_start_replaces_what_changed_and_what_depends_on_it() throws Exception {
    under.services(
        HostUnderTest.service("base", ""),
        HostUnderTest.service("above", "    depends_on: [base]\n"),
        HostUnderTest.service("other", ""));
    bringUpAndStay();
    ProcessHandle base = under.awaitProcess("TinyService base");
    ProcessHandle above = under.awaitProcess("TinyService above");
    ProcessHandle other = under.awaitProcess("TinyService other");

    under.bringUp(LONG_LEASE);
    assertThat(under.await(ServicesReplaced.class).replaced()).isEmpty();

    under.services(
        "  # A comment changes nothing.\n",
        HostUnderTest.service("other", ""),
        HostUnderTest.service("base", "").replace("NAME: base", "NAME: b"),
        HostUnderTest.service("above", "    depends_on: [base]\n"));
    under.run().join();
    assertThat(under.await(Warning.class).message())
        .contains("base: its definition changed", "above: it depends on base")
        .endsWith("Run mvn trestle:start to bring it up to date.");

    under.bringUp(LONG_LEASE);

    ServicesReplaced replaced = under.await(ServicesReplaced.class);
    assertThat(replaced.replaced()).containsOnlyKeys("base", "above");
    assertThat(replaced.kept()).containsExactly("other");
    under.await(EnvironmentReady.class);
    assertThat(base.isAlive()).isFalse();
    assertThat(above.isAlive()).isFalse();
    assertThat(other.isAlive()).isTrue();
    assertThat(under.events).noneMatch(Warning.class::isInstance);
    endAndExpectNothing();
  }

  @Test
  void a_service_that_ended_is_started_anew() throws Exception {
    bringUpAndStay();
    under.awaitProcess("TinyService").destroyForcibly();
    Waiting.untilTrue(
        () -> under.control().status().services().stream().noneMatch(HostStatus.Service::ready),
        "the end of the service");

    under.bringUp(LONG_LEASE);

    assertThat(under.await(ServicesReplaced.class).replaced())
        .containsEntry("tiny", "it has ended");
    assertThat(run().outcome().count(Status.PASSED)).isEqualTo(1);
    endAndExpectNothing();
  }

  @Test
  void a_run_without_a_service_that_ended_is_refused_and_names_it() throws Exception {
    under.services(HostUnderTest.service("tiny", ""), HostUnderTest.service("other", ""));
    bringUpAndStay();
    under.awaitProcess("TinyService other").destroyForcibly();
    Waiting.untilTrue(
        () -> !under.control().status().services().stream().allMatch(HostStatus.Service::ready),
        "the end of the service");
    under.events.clear();

    under.run().join();

    assertThat(under.await(RunAborted.class).message())
        .startsWith("Service 'other' is not up, and no scenario was run.")
        .contains("exit code 137", "other.log", "mvn trestle:start");
    assertThat(under.events).noneMatch(RunEvent.ScenarioFinished.class::isInstance);
    under.bringUp(LONG_LEASE);
    assertThat(run().outcome().count(Status.PASSED)).isEqualTo(1);
    endAndExpectNothing();
  }

  @Test
  void a_replacement_that_does_not_start_leaves_the_others_up() throws Exception {
    under.services(HostUnderTest.service("tiny", ""), HostUnderTest.service("other", ""));
    bringUpAndStay();
    under.services(
        HostUnderTest.service("tiny", ""),
        HostUnderTest.service("other", "").replace("TinyService, other", "NoService, other"));

    under.bringUp(LONG_LEASE);

    assertThat(under.await(RunAborted.class).message())
        .startsWith("Service 'other' ended with exit code 1 before it was ready.");
    under.events.clear();
    under.run().join();
    assertThat(under.await(RunAborted.class).message())
        .startsWith("Service 'other' is not up, and no scenario was run.")
        .contains("Service 'other' ended with exit code 1 before it was ready.")
        .endsWith("Correct that, and run mvn trestle:start.");
    assertThat(under.events).noneMatch(RunEvent.ScenarioFinished.class::isInstance);
    under.services(HostUnderTest.service("tiny", ""), HostUnderTest.service("other", ""));
    under.bringUp(LONG_LEASE);
    assertThat(under.await(ServicesReplaced.class).kept()).containsExactly("tiny");
    assertThat(under.control().status().services()).allMatch(HostStatus.Service::ready);
    endAndExpectNothing();
  }

  @Test
  void a_host_whose_state_file_is_deleted_ends() throws Exception {
    bringUpAndStay();
    List<ProcessHandle> processes = under.host.descendants().toList();

    Files.delete(state());
    under.awaitHostEnd();

    Leftovers.expectNone(project, temporary, processes);
  }

  private Path state() {
    return project.resolve("target/host.json");
  }
}

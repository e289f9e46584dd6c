package dev.trestle.host.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trestle.host.container.ContainerSweep;
import dev.trestle.host.container.EngineRelay;
import dev.trestle.host.container.EngineUnderTest;
import dev.trestle.host.session.Folders;
import dev.trestle.protocol.RunEvent.RunAborted;
import dev.trestle.protocol.RunEvent.RunStarted;
import dev.trestle.protocol.RunEvent.Warning;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However a run in containers ends, nothing of it stays in the engine. */
class ContainerLifecycleIT {

  @TempDir Path project;
  @TempDir Path temporary;
  private EngineUnderTest engine;
  private HostUnderTest under;

  @BeforeEach
  void start() throws IOException {
    engine = EngineUnderTest.orSkip();
    under = HostUnderTest.start(project, temporary);
    under.services(service("one", ""), service("two", ""));
  }

  @AfterEach
  void kill() {
    if (under != null) {
      Stream.concat(under.host.descendants(), Stream.of(under.host))
          .forEach(ProcessHandle::destroyForcibly);
      under.parent.destroyForcibly();
    }
  }

  private String service(String name, String more) {
    return """
      %s:
        image: %s
        command: [sh, -c, "exec sleep 600"]
        volumes: [/anonymous]
    %s"""
        .formatted(name, engine.jre(), more);
  }

  /** The session's name, once there is one. */
  private String session() {
    return Waiting.until(
        () -> {
          try (Stream<Path> folders = Files.list(temporary)) {
            return folders
                .filter(folder -> Files.exists(folder.resolve("engine")))
                .map(folder -> folder.getFileName().toString())
                .findFirst()
                .orElse(null);
          } catch (IOException e) {
            return null;
          }
        },
        "session among the temporary files");
  }

  private void awaitRun() throws IOException {
    under.feature("When the scenario hangs");
    under.run();
    under.await(RunStarted.class);
  }

  private void expectNothingLeft(String session) throws IOException {
    Waiting.untilTrue(() -> engine.left(session).isEmpty(), "the end of " + engine.left(session));
    Leftovers.expectNone(project, temporary, List.of());
  }

  @Test
  void a_killed_parent_ends_the_containers_of_a_run() throws Exception {
    awaitRun();
    String session = session();
    assertThat(engine.left(session)).hasSize(3);

    under.killParent();
    under.awaitHostEnd();

    expectNothingLeft(session);
  }

  @Test
  void a_killed_parent_ends_the_containers_of_a_start() throws Exception {
    under.services(
        service("one", ""),
        service("never", "    healthcheck: { test: [CMD, 'false'], interval: 30s }\n"));
    under.feature("When the scenario hangs");
    under.run();
    String session = session();
    Waiting.untilTrue(() -> engine.left(session).size() == 3, "the containers");

    under.killParent();
    under.awaitHostEnd();

    expectNothingLeft(session);
  }

  @Test
  void what_a_killed_host_leaves_is_swept_by_the_next() throws Exception {
    awaitRun();
    String session = session();
    under.host.destroyForcibly();
    under.awaitHostEnd();
    under.killParent();
    assertThat(engine.left(session)).hasSize(3);

    under = HostUnderTest.start(project, temporary);
    Waiting.untilTrue(() -> engine.left(session).isEmpty(), "the sweep of the containers");
    under.killParent();
    under.awaitHostEnd();

    expectNothingLeft(session);
  }

  @Test
  void what_a_killed_host_leaves_is_known_by_its_labels_alone() throws Exception {
    awaitRun();
    String session = session();
    assertThat(ContainerSweep.ofDeadHosts(engine.address()))
        .as("sessions of living hosts")
        .doesNotContain(session);
    under.host.destroyForcibly();
    under.awaitHostEnd();
    under.killParent();
    Folders.delete(temporary.resolve(session));
    Folders.delete(Path.of("/dev/shm").resolve(session));

    assertThat(ContainerSweep.ofDeadHosts(engine.address())).contains(session);

    assertThat(engine.left(session)).isEmpty();
  }

  @Test
  void what_a_host_that_is_killed_in_a_start_leaves_is_swept_by_the_next() throws Exception {
    under.services(
        service("one", ""),
        service("never", "    healthcheck: { test: [CMD, 'false'], interval: 30s }\n"));
    under.feature("When the scenario hangs");
    under.run();
    String session = session();
    Waiting.untilTrue(() -> engine.left(session).size() == 3, "the containers");
    under.host.destroyForcibly();
    under.awaitHostEnd();
    under.killParent();

    under = HostUnderTest.start(project, temporary);
    Waiting.untilTrue(() -> engine.left(session).isEmpty(), "the sweep of the containers");
    under.killParent();
    under.awaitHostEnd();

    expectNothingLeft(session);
  }

  /** Begins a run whose service has an image that takes its time to be built. */
  private String awaitBuild(String step) throws IOException {
    Path context = Files.createDirectories(project.resolve("slow"));
    Files.writeString(
        context.resolve("Dockerfile"), "FROM %s\nRUN %s\n".formatted(engine.jre(), step));
    under.services("  slow:\n    build: slow\n");
    under.feature("When the scenario hangs");
    under.run();
    Waiting.untilTrue(() -> engine.builds(step), "the build");
    return session();
  }

  @Test
  void a_killed_parent_ends_a_build() throws Exception {
    String session = awaitBuild("sleep 3601");

    under.killParent();
    under.awaitHostEnd();

    Waiting.untilTrue(() -> !engine.builds("sleep 3601"), "the end of the build");
    expectNothingLeft(session);
  }

  @Test
  void a_build_ends_with_its_killed_host_and_the_next_removes_what_was_sent() throws Exception {
    String session = awaitBuild("sleep 3602");

    under.host.destroyForcibly();
    under.awaitHostEnd();
    under.killParent();
    Waiting.untilTrue(() -> !engine.builds("sleep 3602"), "the end of the build");
    under = HostUnderTest.start(project, temporary);
    Waiting.untilTrue(() -> !Files.exists(temporary.resolve(session)), "the sweep of the session");
    under.killParent();
    under.awaitHostEnd();

    expectNothingLeft(session);
  }

  @Test
  void an_engine_that_stops_in_a_run_is_told_and_the_host_ends_all_the_same() throws Exception {
    under.killParent();
    under.awaitHostEnd();
    EngineRelay relay = EngineRelay.toOrSkip(engine);
    under = HostUnderTest.start(project, temporary, Map.of("DOCKER_HOST", relay.uri()));
    awaitRun();
    String session = session();

    relay.close();

    assertThat(under.await(Warning.class).message())
        .startsWith("Service '")
        .contains("the engine at " + relay.uri(), "does not say how");
    under.killParent();
    under.awaitHostEnd();
    assertThat(project.resolve("target/report.html")).exists();
    assertThat(engine.left(session)).as("what cannot be removed without an engine").isNotEmpty();
    assertThat(ContainerSweep.ofDeadHosts(engine.address())).contains(session);
    assertThat(engine.left(session)).isEmpty();
  }

  @Test
  void where_the_image_of_ryuk_cannot_be_had_nothing_waits_for_it() throws Exception {
    under.killParent();
    under.awaitHostEnd();
    under =
        HostUnderTest.start(project, temporary, Map.of("TESTCONTAINERS_RYUK_DISABLED", "false"));
    under.bringUp(600);
    String session = session();
    Path context = Files.createDirectories(project.resolve("three"));
    Files.writeString(context.resolve("Dockerfile"), "FROM " + engine.jre() + "\n");
    String built = service("three", "").replaceFirst("image: .*", "build: three");
    under.services(service("one", ""), service("two", ""), built);

    CompletableFuture.runAsync(() -> under.bringUp(600))
        .get(60, TimeUnit.SECONDS); // Testcontainers tries for longer to pull it

    assertThat(engine.left(session)).hasSize(4);
    under.killParent();
    under.awaitHostEnd();
    expectNothingLeft(session);
  }

  @Test
  void an_engine_that_hangs_does_not_hold_the_host() throws Exception {
    under.killParent();
    under.awaitHostEnd();
    try (EngineRelay relay = EngineRelay.toOrSkip(engine)) {
      under = HostUnderTest.start(project, temporary, Map.of("DOCKER_HOST", relay.uri()));
      awaitRun();
      String session = session();

      relay.hang();
      under.killParent();
      under.awaitHostEnd();

      assertThat(project.resolve("target/report.html")).exists();
      assertThat(ContainerSweep.ofDeadHosts(engine.address())).contains(session);
      assertThat(engine.left(session)).isEmpty();
    }
  }

  @Test
  void a_container_that_crashes_again_and_again_ends_the_start_at_the_first_time()
      throws Exception {
    under.services(
        service("one", ""),
        service("looping", "    restart: always\n    expose: [\"8080\"]\n")
            .replace("exec sleep 600", "echo boom; exit 4"));
    under.feature("Given the service answers");

    under.run().join();

    assertThat(under.await(RunAborted.class).message())
        .contains("Service 'looping' ended with exit code 4 before it was ready.", "boom");
    String session = session();
    under.killParent();
    under.awaitHostEnd();
    expectNothingLeft(session);
  }

  @Test
  void a_killed_runner_leaves_the_containers_to_the_host() throws Exception {
    awaitRun();
    String session = session();
    under.awaitProcess("runner.Runner").destroyForcibly();

    under.killParent();
    under.awaitHostEnd();

    expectNothingLeft(session);
  }
}

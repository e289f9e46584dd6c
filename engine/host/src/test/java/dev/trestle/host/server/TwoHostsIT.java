package dev.trestle.host.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trestle.protocol.RunEvent.RunFinished;
import dev.trestle.protocol.ScenarioResult.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two builds in one folder, neither of which found an environment that was up. */
class TwoHostsIT {

  @TempDir Path project;
  @TempDir Path temporary;
  private HostUnderTest first;
  private HostUnderTest second;

  @BeforeEach
  void start() throws IOException {
    first = HostUnderTest.start(project, temporary);
    second = HostUnderTest.start(project, temporary);
    first.service();
  }

  @AfterEach
  void kill() {
    for (HostUnderTest each : new HostUnderTest[] {first, second}) {
      Stream.concat(each.host.descendants(), Stream.of(each.host))
          .forEach(ProcessHandle::destroyForcibly);
      each.parent.destroyForcibly();
    }
  }

  @Test
  void the_second_run_is_refused_until_the_first_is_over_however_it_ends() throws Exception {
    first.hangingFeature();
    CompletableFuture<Void> run = first.run();
    first.awaitHanging();
    Path results = project.resolve("target/allure-results");
    String before = names(results);

    assertThatThrownBy(() -> second.control().run(second.request(), event -> {}))
        .hasMessageStartingWith("The environment is busy: another start or run is in progress")
        .hasMessageContaining("process " + first.host.pid())
        .hasMessageEndingWith("Wait for its end, and run again.");
    assertThatThrownBy(() -> second.bringUp(60)).hasMessageStartingWith("The environment is busy");

    assertThat(names(results)).isEqualTo(before).isNotEmpty();
    first.host.destroyForcibly();
    run.join();
    second.feature("Given the service answers");
    second.run().join();
    assertThat(second.await(RunFinished.class).outcome().count(Status.PASSED)).isEqualTo(1);
  }

  private static String names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList().toString();
    }
  }
}

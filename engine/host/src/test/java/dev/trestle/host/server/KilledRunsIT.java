package dev.trestle.host.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trestle.protocol.RunEvent.EnvironmentReady;
import dev.trestle.protocol.RunEvent.RunFinished;
import dev.trestle.protocol.ScenarioResult;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills runs at random moments. Each time a normal run follows, which has to find what it would
 * find in a fresh environment. {@code -Dtrestle.kills=50} kills more of them.
 */
class KilledRunsIT {

  private static final int LONG_LEASE = 600;
  private static final int KILLS = Integer.getInteger("trestle.kills", 3);
  private static final long SEED = Long.getLong("trestle.seed", System.nanoTime());
  private static final String FEATURE =
      """
      Feature: Life

        Scenario: A peer
          Given the service of "tiny" is answered "peer answered 200" by its peer

        Scenario: A third party
          Given the service of "buyer" is answered "peer answered 200" by its peer

        Scenario: A broken peer
          Given "other" answers 503 to "tiny" here
          Then the service of "tiny" is answered "peer answered 503" by its peer
          And the service of "tiny" is answered "peer answered 503" by its peer

        Scenario: A third party of the scenario's own
          Given the third party "bank" answers 418 here
          Then the service of "buyer" is answered "peer answered 418" by its peer
          And the service of "buyer" is answered "peer answered 418" by its peer

        @exclusive
        Scenario: A peer that is down
          Given the service "other" is stopped
          Then the service of "tiny" is answered "peer answered 502" by its peer

        Scenario: A peer again
          Given the service of "tiny" is answered "peer answered 200" by its peer
      """;

  private enum Victim {
    CALLER,
    RUNNER,
    BOTH
  }

  @TempDir Path project;
  @TempDir Path temporary;
  private HostUnderTest under;

  @BeforeEach
  void start() throws IOException, InterruptedException {
    Files.createDirectories(project.resolve("stubs/mappings"));
    Files.writeString(
        project.resolve("stubs/mappings/hello.json"),
        """
        {"request": {"method": "GET", "url": "/hello"}, "response": {"status": 200}}
        """);
    under = HostUnderTest.start(project, temporary);
    under.services(
        HostUnderTest.service("other", ""),
        withPeer(HostUnderTest.service("tiny", ""), "other"),
        withPeer(HostUnderTest.service("buyer", ""), "bank"),
        "  bank:\n    expose: [\"8080\"]\n    x-trestle: { stub: stubs }\n");
    Files.createDirectories(project.resolve("features"));
    Files.writeString(project.resolve("features/life.feature"), FEATURE);
    under.bringUp(LONG_LEASE);
    under.await(EnvironmentReady.class);
    under.stay();
  }

  @AfterEach
  void kill() {
    Stream.concat(under.host.descendants(), Stream.of(under.host))
        .forEach(ProcessHandle::destroyForcibly);
    under.parent.destroyForcibly();
  }

  @Test
  void after_a_killed_run_the_next_one_is_as_in_a_fresh_environment() throws Exception {
    Random random = new Random(SEED);
    long began = System.nanoTime();
    String fresh = run();
    long millis = (System.nanoTime() - began) / 1_000_000;

    for (int i = 0; i < KILLS; i++) {
      Victim victim = Victim.values()[random.nextInt(Victim.values().length)];
      long moment = (long) (random.nextDouble() * millis * 1.1);
      kill(victim, moment);

      assertThat(run())
          .as("after %s was killed after %d ms, kill %d, seed %d", victim, moment, i, SEED)
          .isEqualTo(fresh);
    }
  }

  /** The status of each scenario, and what was seen on the edges. */
  private String run() throws IOException {
    under.events.clear();
    under.run().join();
    RunFinished finished = under.await(RunFinished.class);
    Map<String, String> scenarios = new TreeMap<>();
    for (ScenarioResult result : finished.outcome().scenarios()) {
      scenarios.put(result.id(), result.status() + " " + result.message());
    }
    assertThat(scenarios).hasSize(6);
    // A client repeats a request whose pooled connection has ended, so that counts may differ.
    return scenarios
        + "\n"
        + Files.readString(project.resolve("target/interactions.json"))
            .replaceAll("\"count\":[0-9]+", "\"count\":0");
  }

  private void kill(Victim victim, long moment) throws IOException, InterruptedException {
    try (Socket caller = under.runToBeLeft()) {
      boolean neverTrue = new CountDownLatch(1).await(moment, TimeUnit.MILLISECONDS);
      assertThat(neverTrue).isFalse();
      if (victim != Victim.CALLER) {
        under
            .host
            .descendants()
            .filter(process -> process.info().commandLine().orElse("").contains("runner.Runner"))
            .forEach(ProcessHandle::destroyForcibly);
      }
      if (victim != Victim.RUNNER) {
        caller.setSoLinger(true, 0);
        caller.close();
      } else {
        Waiting.untilTrue(() -> !under.control().status().running(), "the end of the run");
      }
    }
    Waiting.untilTrue(() -> !under.control().status().running(), "the end of the run");
  }

  private static String withPeer(String service, String peer) {
    return service.replace("{ NAME:", "{ PEER_URL: \"http://" + peer + ":8080\", NAME:");
  }
}

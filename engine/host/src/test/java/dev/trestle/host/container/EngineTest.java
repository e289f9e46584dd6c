package dev.trestle.host.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trestle.host.environment.Projects;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** What is asked of an engine without waiting for it for ever; none is needed here. */
final class EngineTest {

  private static final Duration LONG = Duration.ofSeconds(20);

  private final Engine engine =
      Engine.connect(new EngineAddress("tcp://127.0.0.1:1", "where nothing listens"));

  private static String never() throws InterruptedException {
    new CountDownLatch(1).await();
    return "answered";
  }

  @Test
  void an_engine_that_was_silent_is_not_waited_for_again() {
    assertThat(engine.bounded(Duration.ofMillis(1), EngineTest::never, "silent"))
        .isEqualTo("silent");

    assertThat(engine.bounded(LONG, () -> "asked", "silent")).isEqualTo("silent");
  }

  @Test
  void who_is_interrupted_knows_nothing_of_the_engine() {
    Thread.currentThread().interrupt();

    assertThat(engine.bounded(LONG, EngineTest::never, "interrupted")).isEqualTo("interrupted");

    assertThat(Thread.interrupted()).isTrue();
    assertThat(engine.bounded(LONG, () -> "asked", "silent")).isEqualTo("asked");
  }

  @Test
  void a_container_that_is_gone_has_no_state() {
    Container gone =
        new Container(
            engine,
            null,
            Projects.service("gone").image("any").build(Path.of("")),
            () -> {
              throw new AssertionError("It is not made.");
            });

    assertThat(gone.evidence()).isEqualTo("The engine knows no state of it.");
    assertThat(gone.explained(137)).isEqualTo("killed, often for want of memory");
  }
}

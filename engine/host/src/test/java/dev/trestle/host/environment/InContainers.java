package dev.trestle.host.environment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trestle.host.container.EngineUnderTest;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A test whose environments are in containers; it is skipped where no engine answers. */
abstract class InContainers {

  private static final Duration PATIENCE = Duration.ofSeconds(40);

  EngineUnderTest engine;
  Bench bench;

  @BeforeEach
  void open() throws IOException {
    engine = EngineUnderTest.orSkip();
    bench = new Bench(engine.address());
  }

  @AfterEach
  void close() throws IOException {
    if (bench != null) {
      bench.close();
    }
  }

  /** A {@link TinyService}. */
  final Projects.Builder tiny(String name) {
    return Projects.service(name)
        .javaContainer(engine.jre(), TinyService.class)
        .env("NAME", name)
        .readyHttp("/health", PATIENCE);
  }

  final void expectNothingLeft() throws IOException {
    bench.closeAndExpectNothingLeft();
    assertThat(engine.left(bench.session())).isEmpty();
  }
}

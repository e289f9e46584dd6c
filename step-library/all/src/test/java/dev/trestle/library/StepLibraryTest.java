package dev.trestle.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trestle.steps.core.StepArtifact;
import dev.trestle.steps.core.testing.FakeHost;
import dev.trestle.steps.core.testing.FeatureRun;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StepLibraryTest {

  private static final ClassLoader LOADER = StepLibraryTest.class.getClassLoader();

  private static List<StepArtifact> artifacts() {
    return ServiceLoader.load(StepArtifact.class).stream()
        .map(ServiceLoader.Provider::get)
        .toList();
  }

  @Test
  void every_artifact_of_the_bundle_registers() {
    assertThat(artifacts())
        .extracting(StepArtifact::name)
        .containsExactlyInAnyOrder(
            "http",
            "json",
            "openapi",
            "auth",
            "database",
            "messaging",
            "amqp",
            "files",
            "mail",
            "faults",
            "data",
            "concurrency",
            "commerce");
  }

  @Test
  void what_artifacts_name_is_on_the_class_path() {
    assertThat(artifacts())
        .allSatisfy(
            artifact -> {
              assertThat(artifact.glue())
                  .isNotEmpty()
                  .allSatisfy(glue -> assertThat(LOADER.getResource(path(glue))).isNotNull());
              assertThat(artifact.phrasebooks())
                  .allSatisfy(book -> assertThat(LOADER.getResource(book)).as(book).isNotNull());
            });
  }

  private static String path(String glue) {
    return glue.replace('.', '/');
  }

  @Test
  void the_steps_of_all_artifacts_live_together(@TempDir Path folder) {
    try (FakeHost host = FakeHost.start("cart")) {
      FeatureRun.Outcome outcome =
          FeatureRun.match(host, Path.of("src/test/features/together.feature"), folder);
      assertThat(outcome.results()).as(outcome.error()).hasSize(1);
      assertThat(outcome.broken()).isEmpty();
    }
  }
}

package dev.trestle.benchmarks.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectTest {

  @TempDir Path folder;

  @Test
  void the_versions_are_those_that_the_pom_pins() throws IOException {
    Files.writeString(
        folder.resolve("pom.xml"),
        """
        <version>1.0</version>
        <rest.assured.version>6.0.1</rest.assured.version>
        <version>${rest.assured.version}</version>
        """);

    assertThat(new Project(folder).versions()).hasSize(1).containsEntry("rest.assured", "6.0.1");
  }

  @Test
  void clearing_keeps_what_was_compiled_and_drops_what_ran() throws IOException {
    Path classes = file("target/test-classes/com/example/Steps.class");
    Path jar = file("target/floor.jar");
    Path features = file("target/test-classes/features/checkout-001.feature");
    Path results = file("target/allure-results/1-result.json");
    Path resolved = file("target/trestle/runner.classpath");
    Path metrics = file("target/trestle/metrics.json");

    new Project(folder).clear();

    assertThat(classes).exists();
    assertThat(jar).exists();
    assertThat(resolved).exists();
    assertThat(metrics).doesNotExist();
    assertThat(features.getParent()).doesNotExist();
    assertThat(results.getParent()).doesNotExist();
  }

  private Path file(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "");
  }
}

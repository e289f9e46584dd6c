package dev.trestle.host.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeatureFilesTest {

  @TempDir private Path project;

  @BeforeEach
  void create_folder() throws IOException {
    Files.createDirectories(project.resolve("features/sub"));
  }

  private void file(String name, String text) throws IOException {
    Files.writeString(project.resolve("features").resolve(name), text);
  }

  @Test
  void an_empty_feature_is_told_with_its_place() throws IOException {
    file("a.feature", "Feature: a\n");
    file("b.feature", "");
    file("sub/c.feature", "\uFEFF# language: de\n\n   # later\n");
    file("d.phrases.feature", "");
    file("e.txt", "");

    assertThat(FeatureFiles.of(project, List.of("features")).warnings())
        .containsExactly(
            """
            The feature file 'features/b.feature' has no scenarios.
            It has nothing but comments and blank lines.
            Look at features/b.feature:1.
            Write its feature, or delete the file.""",
            """
            The feature file 'features/sub/c.feature' has no scenarios.
            It has nothing but comments and blank lines.
            Look at features/sub/c.feature:1.
            Write its feature, or delete the file.""");
    assertThat(
            FeatureFiles.of(project, List.of("features/a.feature:1", "features/none")).warnings())
        .isEmpty();
    assertThat(FeatureFiles.of(project, List.of("features/b.feature:7:9")).warnings()).hasSize(1);
  }

  @Test
  void a_feature_in_markdown_is_told() throws IOException {
    file("a.feature.md", "# Feature: a\n");
    file("README.md", "# Features\n");

    FeatureFiles files = FeatureFiles.of(project, List.of("features"));
    assertThat(files.refusal()).isNull();
    assertThat(files.leftOut())
        .containsExactly(
            "One feature was not run, because of being in Markdown: features/a.feature.md");
    assertThat(files.warnings())
        .containsExactly(
            """
            The feature 'features/a.feature.md' is not run.
            It is in Markdown, which Cucumber for Java does not read.
            Write it as a .feature file.""");
  }

  @Test
  void a_file_that_is_named_and_cannot_be_run_refuses_the_run() throws IOException {
    file("a.feature", "Feature: a\n");
    file("a.feature.md", "# Feature: a\n");
    file("b.features", "Feature: b\n");

    assertThat(FeatureFiles.of(project, List.of("features/a.feature:1")).refusal()).isNull();
    assertThat(
            FeatureFiles.of(project, List.of("features/a.feature", "features/a.feature.md:3"))
                .refusal())
        .isEqualTo(
            """
            The file 'features/a.feature.md' cannot be run.
            It is in Markdown, which Cucumber for Java does not read.
            It is named in the parameter trestle.features.
            Write it as a .feature file, or name another one.""");
    assertThat(FeatureFiles.of(project, List.of("features/b.features")).refusal())
        .contains("The file 'features/b.features' cannot be run.", "does not end in .feature");
  }
}

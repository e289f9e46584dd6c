package dev.trestle.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeaturePathsTest {

  @TempDir Path project;

  @Test
  void the_test_folder_comes_first() throws Exception {
    folder("features");
    folder("src/test/features");

    assertThat(FeaturePaths.of(project, List.of())).containsExactly("src/test/features");
  }

  @Test
  void a_plain_folder_will_do() throws Exception {
    folder("features");

    assertThat(FeaturePaths.of(project, List.of())).containsExactly("features");
  }

  @Test
  void no_folder_at_all_says_where_to_put_one() {
    assertThatThrownBy(() -> FeaturePaths.of(project, List.of()))
        .isInstanceOf(MojoFailureException.class)
        .hasMessageContaining("Put a .feature file into src/test/features");
  }

  @Test
  void a_line_may_follow_a_file() throws Exception {
    folder("flows");
    Files.createFile(project.resolve("flows/cart.feature"));

    assertThat(FeaturePaths.of(project, List.of("flows/cart.feature:3:9")))
        .containsExactly("flows/cart.feature:3:9");
  }

  @ParameterizedTest
  @CsvSource({
    "cart.feature:12, cart.feature",
    "cart.feature:12:20, cart.feature",
    "'C:\\shop\\cart.feature:12', 'C:\\shop\\cart.feature'",
    "C:/shop/cart.feature:3:9, C:/shop/cart.feature",
    "'C:\\shop', 'C:\\shop'"
  })
  void lines_are_not_part_of_the_path(String selection, String path) {
    assertThat(FeaturePaths.withoutLines(selection)).isEqualTo(path);
  }

  @Test
  void a_path_that_does_not_exist_is_named() {
    assertThatThrownBy(() -> FeaturePaths.of(project, List.of("flow")))
        .isInstanceOf(MojoFailureException.class)
        .hasMessageContaining("'flow' does not exist")
        .hasMessageContaining("trestle.features");
  }

  @Test
  void a_line_does_not_follow_a_folder() throws Exception {
    folder("flows");

    assertThatThrownBy(() -> FeaturePaths.of(project, List.of("flows:12")))
        .isInstanceOf(MojoFailureException.class)
        .hasMessageStartingWith("The feature path 'flows:12' is a folder with a line.\n")
        .hasMessageContaining("trestle.features");
  }

  @Test
  void a_folder_without_a_feature_is_refused_beside_others_only() throws Exception {
    folder("none/at/all");
    folder("flows/cart");
    Files.createFile(project.resolve("flows/cart/cart.feature"));

    assertThat(FeaturePaths.of(project, List.of("none"))).containsExactly("none");
    assertThat(FeaturePaths.of(project, List.of("flows", "flows/cart"))).hasSize(2);
    assertThatThrownBy(() -> FeaturePaths.of(project, List.of("flows", "none")))
        .isInstanceOf(MojoFailureException.class)
        .hasMessageStartingWith("The feature path 'none' is a folder without a feature.\n");
  }

  private void folder(String name) throws IOException {
    Files.createDirectories(project.resolve(name));
  }
}

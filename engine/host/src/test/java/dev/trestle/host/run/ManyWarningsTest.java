package dev.trestle.host.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManyWarningsTest {

  @TempDir Path logs;

  private static List<String> warnings(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(i -> "Warning " + i + ".").toList();
  }

  @Test
  void few_are_all_shown() {
    assertThat(ManyWarnings.shown(warnings(20), logs)).isEqualTo(warnings(20));
    assertThat(logs).isEmptyDirectory();
  }

  @Test
  void of_many_a_file_has_all_and_that_is_said() {
    List<String> shown = ManyWarnings.shown(warnings(23), logs);

    Path file = logs.resolve(ManyWarnings.FILE);
    assertThat(shown).hasSize(21).startsWith("Warning 1.").doesNotContain("Warning 21.");
    assertThat(shown.get(20))
        .isEqualTo("There are 3 more warnings of this kind; all 23 are in " + file + ".");
    assertThat(file).content().contains("Warning 1.\n\n", "Warning 23.\n");
  }
}

package dev.trestle.steps.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trestle.steps.core.TestScope;
import dev.trestle.steps.core.testing.Examples;
import dev.trestle.steps.core.testing.FakeHost;
import dev.trestle.steps.core.testing.FeatureRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileStepsTest {

  @TempDir Path folder;

  private FeatureRun.Outcome run(Path feature) {
    try (FakeHost host = FakeHost.start()) {
      return FeatureRun.run(host, feature, folder.resolve("results"));
    }
  }

  @Test
  void every_step_has_an_example_that_works() throws IOException {
    Path features = Files.createDirectories(Path.of("target/examples"));
    Path file = features.resolve("files.feature");
    FeatureRun.Outcome outcome = run(Files.writeString(file, Examples.feature(FileSteps.class)));
    assertThat(outcome.results().keySet())
        .hasSize(6)
        .allSatisfy(
            name -> assertThat(outcome.status(name)).as(outcome.message(name)).isEqualTo("passed"));
  }

  @Test
  void files_are_read_as_tables() {
    FeatureRun.Outcome outcome = run(Path.of("src/test/features/files.feature"));
    assertThat(outcome.results().keySet())
        .hasSize(2)
        .allSatisfy(
            name -> assertThat(outcome.status(name)).as(outcome.message(name)).isEqualTo("passed"));
  }

  @Test
  void failures_show_what_the_file_has() {
    FeatureRun.Outcome outcome = run(Path.of("src/test/features/failures.feature"));
    assertThat(outcome.message("other rows"))
        .startsWith("The file 'src/test/data/orders.csv' does not have the expected rows.")
        .contains("≠ o-3    1.00", "o-2", "Look at src/test/features/failures.feature:4.");
    assertThat(outcome.message("another order")).contains("≠ o-2", "| o-1");
    assertThat(outcome.message("no such column"))
        .contains("has no column 'price'", "Its columns: order, customer, total.");
    assertThat(outcome.message("another number"))
        .contains("has 2 rows, not 3.\nIt begins:\norder;customer;total");
    assertThat(outcome.message("other values")).contains("≠ $[0].order  o-2 | $[0].order  o-1");
    assertThat(outcome.message("no JSON"))
        .startsWith("The file 'src/test/data/cut.json' is not JSON.");
    assertThat(outcome.message("another text")).contains("does not contain 'Eve'.");
    assertThat(outcome.message("a file that must not be there")).contains("is there, and must not");
    assertThat(outcome.message("no file"))
        .startsWith("There is no file 'src/test/data/nothing.csv'");
    assertThat(outcome.message("a file outside the project")).contains("is outside the project.");
  }

  @Test
  void what_is_written_after_a_bound_was_checked_is_noticed() throws IOException {
    Path file = Files.createDirectories(Path.of("target/later")).resolve("late.csv");
    Map<String, Consumer<TableFile>> bounds =
        Map.of(
            "is there, and must not be.",
            TableFile::requireAbsent,
            "has 2 rows by now, not 1 as when the step passed.",
            table -> table.requireCount(1),
            "has another row by now than when the step passed.",
            table -> table.requireRows(List.of(List.of("order"), List.of("o-1")), true));
    for (String message : bounds.keySet()) {
      if (message.startsWith("is there")) {
        Files.deleteIfExists(file);
      } else {
        Files.writeString(file, "order\no-1\n");
      }
      TestScope scenario = TestScope.open().then();
      bounds.get(message).accept(new TableFile(file.toString(), scenario.scope()));
      Files.writeString(file, "order\no-1\no-1\n");
      assertThatThrownBy(scenario::close).cause().hasMessageContaining(message);
    }
  }

  @Test
  void what_is_taken_after_it_was_checked_is_right() throws IOException {
    Path file = Files.createDirectories(Path.of("target/later")).resolve("taken.csv");
    for (String left : List.of("", "order\n", "order\no-2\n")) {
      Files.writeString(file, "order\no-1\no-2\n");
      TestScope scenario = TestScope.open().then();
      TableFile table = new TableFile(file.toString(), scenario.scope());
      table.requireCount(2);
      table.requireRows(List.of(List.of("order"), List.of("o-1"), List.of("o-2")), true);
      if (left.isEmpty()) {
        Files.delete(file);
      } else {
        Files.writeString(file, left);
      }
      scenario.close();
    }
  }

  @Test
  void each_check_of_a_file_is_kept_beside_the_others() throws IOException {
    Path file = Files.createDirectories(Path.of("target/later")).resolve("both.csv");
    Files.writeString(file, "order\no-1\n");
    TestScope scenario = TestScope.open().then();
    TableFile table = new TableFile(file.toString(), scenario.scope());
    table.requireRows(List.of(List.of("order"), List.of("o-1")), true);
    table.requireCount(1);
    Files.writeString(file, "order\no-9\n");
    assertThatThrownBy(scenario::close).cause().hasMessageContaining("has another row by now");
  }
}

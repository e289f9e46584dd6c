package dev.trestle.steps.files;

import static dev.trestle.steps.core.testing.Counterexamples.Case.ABSENT;
import static dev.trestle.steps.core.testing.Counterexamples.Case.DIFFERENT;
import static dev.trestle.steps.core.testing.Counterexamples.Case.EMPTY;
import static dev.trestle.steps.core.testing.Counterexamples.Case.NOTHING;
import static dev.trestle.steps.core.testing.Counterexamples.Case.NULL;
import static dev.trestle.steps.core.testing.Counterexamples.Case.WRONG_TYPE;

import dev.trestle.steps.core.testing.Counterexamples;
import dev.trestle.steps.core.testing.Counterexamples.Case;
import dev.trestle.steps.core.testing.FakeHost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileCounterexamplesTest {

  private static final Path FILES = Path.of("target/counterexamples");

  private static final Map<Case, String> CSV =
      Map.of(
          DIFFERENT, "order,total\no-9,1.00\n",
          ABSENT, "order,total\n",
          EMPTY, "order,total\n\"\",\"\"\n",
          NULL, "",
          WRONG_TYPE, "{\"order\": \"o-2\"}");

  private static final Map<Case, String> JSON =
      Map.of(
          DIFFERENT, "[{\"order\": \"o-9\", \"customer\": {\"name\": \"Eve\"}}]",
          ABSENT, "[{\"total\": 1}, {}]",
          EMPTY, "[]",
          NULL, "[{\"order\": null, \"customer\": null}, null]",
          WRONG_TYPE, "{\"order\": \"o-1\"}");

  @TempDir Path folder;

  @BeforeAll
  static void write() throws IOException {
    Files.createDirectories(FILES);
    for (Case world : CSV.keySet()) {
      Files.writeString(FILES.resolve(world + ".csv"), CSV.get(world));
      Files.writeString(FILES.resolve(world + ".json"), JSON.get(world));
    }
    Files.writeString(FILES.resolve("header.csv"), "name\n");
    Files.writeString(FILES.resolve("twice.csv"), "name,name\nAda,Ben\n");
    Files.writeString(FILES.resolve("short.csv"), "name,note\nAda\n");
    Files.writeString(FILES.resolve("twice.json"), "{\"a\": 1, \"a\": 2}");
  }

  @Test
  void no_step_passes_when_it_must_not() {
    try (FakeHost host = FakeHost.start()) {
      further(worlds()).run(host, folder).assertRed();
    }
  }

  private static Counterexamples worlds() {
    Counterexamples all = Counterexamples.of(new FilesArtifact());
    for (Case world : Case.values()) {
      String csv = "the file \"" + FILES + "/" + world + ".csv\"";
      String json = FILES + "/" + world + ".json\"";
      all.in(world, "")
          .written(
              world,
              "FileSteps.hasRows",
              "Then " + csv + " has the rows:\n  | order | total |\n  | o-2 | 12.00 |")
          .written(
              world,
              "FileSteps.hasExactlyRows",
              "Then the file \""
                  + json
                  + " has exactly the rows:\n  | order | $.customer.name |\n"
                  + "  | o-1 | Ada |\n  | o-2 | <any> |")
          .written(world, "FileSteps.hasCount", "Then " + csv + " has 2 rows")
          .written(
              world,
              "FileSteps.hasValues",
              "Then the JSON file \""
                  + json
                  + " has:\n  | $.length() | 2 |\n  | $[0].customer.name | Ada |")
          .written(world, "FileSteps.contains", "Then " + csv + " contains \"Ada\"")
          .written(
              world,
              "FileSteps.isAbsent",
              "Then there is no file \"" + FILES + "/" + world + ".csv\"");
    }
    return all.holds("FileSteps.isAbsent", NOTHING, "It says so.");
  }

  private static Counterexamples further(Counterexamples all) {
    return all.also("no row is not an empty cell", exactly("header.csv", "name", " "))
        .also("no row of a JSON list", exactly("EMPTY.json", "name", " "))
        .also("a column that a file without rows does not have", exactly("header.csv", "nmae"))
        .also("a column that no item has", exactly("ABSENT.json", "nmae", "null", "null"))
        .also("a column twice", exactly("twice.csv", "name", "Ada"))
        .also("a row that ends early", exactly("short.csv", "note", " "))
        .also(
            "a table without rows",
            "Then the file \"" + FILES + "/header.csv\" has the rows:\n  | name |")
        .also(
            "rows of a file without a header",
            "Then the file \"" + FILES + "/NULL.csv\" has 0 rows")
        .also("an empty text", "Then the file \"" + FILES + "/header.csv\" contains \"\"")
        .also(
            "null where a path leads nowhere",
            "Then the JSON file \"" + FILES + "/DIFFERENT.json\" has:\n  | $[0].nmae | null |")
        .also(
            "a member twice",
            "Then the JSON file \"" + FILES + "/twice.json\" has:\n  | $.a | 2 |");
  }

  private static String exactly(String file, String column, String... cells) {
    StringBuilder step =
        new StringBuilder("Then the file \"" + FILES + "/" + file + "\" has exactly the rows:\n");
    List.of(column).forEach(name -> step.append("  | ").append(name).append(" |\n"));
    List.of(cells).forEach(cell -> step.append("  | ").append(cell).append(" |\n"));
    return step.toString();
  }
}

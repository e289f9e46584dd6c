package dev.trestle.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is listed is what there is: with {@code -DwriteSteps} the lists are written anew. */
final class StepReferenceTest {

  private static final Path LIBRARY = Path.of("..");
  private static final Path PROJECT = LIBRARY.resolve("..");
  private static final Path INDEX =
      LIBRARY.resolve("core/src/main/resources/META-INF/trestle/steps-index.tsv");

  static StepReference reference() throws IOException {
    List<StepClass> classes = new ArrayList<>();
    List<Phrase> phrases = new ArrayList<>();
    List<UsedStep> used = new ArrayList<>(FeatureSources.steps(PROJECT.resolve("features/src")));
    for (Path module : modules()) {
      classes.addAll(StepSources.in(module));
      phrases.addAll(FeatureSources.phrases(module.resolve("src/main/resources")));
      used.addAll(FeatureSources.steps(module.resolve("src/test/features")));
    }
    return new StepReference(classes, phrases, used);
  }

  private static List<Path> modules() throws IOException {
    try (Stream<Path> folders = Files.list(LIBRARY)) {
      return folders.filter(folder -> Files.exists(folder.resolve("pom.xml"))).sorted().toList();
    }
  }

  @Test
  void the_page_of_steps_is_up_to_date() throws IOException {
    isUpToDate(PROJECT.resolve("docs/steps.md"), reference().steps());
  }

  @Test
  void the_page_of_phrases_is_up_to_date() throws IOException {
    isUpToDate(PROJECT.resolve("docs/phrases.md"), reference().phrasePage());
  }

  @Test
  void the_index_for_unknown_steps_is_up_to_date() throws IOException {
    isUpToDate(INDEX, reference().index());
  }

  private static void isUpToDate(Path file, String wanted) throws IOException {
    if (Boolean.getBoolean("writeSteps") || "".equals(System.getProperty("writeSteps"))) {
      Files.writeString(file, wanted);
    }
    assertThat(file)
        .as("Run the command in its first lines, and look at what changed.")
        .hasContent(wanted);
  }

  @Test
  void every_step_has_a_description_and_an_example() throws IOException {
    assertThat(reference().classes())
        .flatExtracting(StepClass::steps)
        .hasSizeGreaterThan(40)
        .allSatisfy(
            step -> {
              assertThat(step.description()).as(step.expression()).endsWith(".");
              assertThat(step.example()).as(step.expression()).isNotBlank();
            });
  }

  @Test
  void every_phrase_is_used() throws IOException {
    StepReference reference = reference();
    assertThat(reference.phrases())
        .hasSizeGreaterThan(40)
        .allSatisfy(
            phrase -> assertThat(reference.use(phrase)).as(phrase.expression()).isPresent());
  }
}

package dev.trestle.steps.core.phrase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.trestle.steps.core.catalogue.CatalogueEntry;
import dev.trestle.steps.core.catalogue.CatalogueEntry.Kind;
import dev.trestle.steps.core.catalogue.StepCatalogue;
import dev.trestle.steps.core.internal.AloneSteps;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LibraryTest {

  private static final String BOOK = "dev/trestle/steps/core/phrase/library/bell.phrases.feature";

  @TempDir Path folder;

  private URLClassLoader withLibrary;

  @BeforeEach
  void add_the_artifact_to_the_class_path() {
    URL library = LibraryTest.class.getResource("/library/");
    withLibrary = new URLClassLoader(new URL[] {library}, LibraryTest.class.getClassLoader());
  }

  @AfterEach
  void close_the_class_loader() throws IOException {
    withLibrary.close();
  }

  @Test
  void steps_and_phrases_of_an_artifact_need_no_glue_path() throws IOException {
    PhraseRun run =
        new PhraseRun(folder)
            .classLoader(withLibrary)
            .scenario("* \"Ada\" calls 2 times", "* \"Ada\" is heard", "* the bell rings 1 time");

    assertThat(run.scenarios()).containsExactly("one PASSED");
  }

  @Test
  void an_artifact_that_is_in_the_glue_path_is_loaded_once() throws IOException {
    PhraseRun run =
        new PhraseRun(folder)
            .classLoader(withLibrary)
            .glue("dev/trestle/steps/core/phrase/library")
            .scenario("* \"Ada\" calls 2 times", "* within 5 s, the bell rings 1 time");

    assertThat(run.scenarios()).containsExactly("one PASSED");
  }

  @Test
  void the_project_overrides_a_phrase_of_the_library() throws IOException {
    PhraseRun run =
        new PhraseRun(folder)
            .classLoader(withLibrary)
            .phrases(
                "shop.phrases.feature",
                "Feature: shop",
                "Scenario: {name:string} calls {n:int} time(s)",
                "* I note \"<name> <n>\"")
            .scenario("* \"Ada\" calls 9 times", "* the till shows \"Ada 9\"");

    assertThat(run.scenarios()).containsExactly("one PASSED");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\"Ada\" calls 2 times", "\"Ada\" is heard", "within 5 s, \"Ada\" is heard"})
  void a_broad_step_of_the_project_changes_no_phrase_of_the_library(String step)
      throws IOException {
    PhraseRun run =
        new PhraseRun(folder)
            .classLoader(withLibrary)
            .glue("dev/trestle/steps/core/phrase/broad")
            .texts(step)
            .scenario("* " + step, "* the bell is loud");

    assertThat(run.scenarios()).containsExactly("one PASSED");
  }

  @Test
  void a_feature_that_says_what_the_project_and_the_library_define_is_ambiguous()
      throws IOException {
    PhraseRun run =
        new PhraseRun(folder)
            .classLoader(withLibrary)
            .glue("dev/trestle/steps/core/phrase/broad")
            .scenario("* the bell rings 2 times");

    assertThat(run.scenarios()).containsExactly("one AMBIGUOUS");
  }

  @Test
  void a_phrase_that_overrides_one_of_the_library_is_used_by_the_library() throws IOException {
    PhraseRun run =
        new PhraseRun(folder)
            .classLoader(withLibrary)
            .phrases(
                "shop.phrases.feature",
                "Feature: shop",
                "Scenario: {name:string} is heard",
                "* I note \"heard <name>\"")
            .scenario("* everybody is heard", "* the till shows \"heard all\"");

    assertThat(run.scenarios()).containsExactly("one PASSED");
  }

  @Test
  void the_catalogue_tells_where_each_step_comes_from() throws IOException {
    new PhraseRun(folder)
        .classLoader(withLibrary)
        .phrases("shop.phrases.feature", "Feature: f", "Scenario: mine", "* I note \"a\"")
        .scenario("* \"Ada\" calls 2 times");

    StepCatalogue catalogue = StepCatalogue.loaded().orElseThrow();
    assertThat(catalogue.entries())
        .contains(
            new CatalogueEntry(
                Kind.STEP,
                "the bell rings {int} time(s)",
                "",
                "When the bell rings 2 times",
                "bell",
                "dev.trestle.steps.core.phrase.library.BellSteps.rings(int)"),
            new CatalogueEntry(
                Kind.PHRASE,
                "{_who:string} calls {times:int} time(s)",
                "Somebody wants to be heard.",
                "When \"Ada\" calls 2 times",
                "bell",
                BOOK + ":3"));
    assertThat(catalogue.entries())
        .filteredOn(entry -> entry.expression().equals("mine"))
        .extracting(CatalogueEntry::artifact)
        .containsExactly("project");
    assertThat(catalogue.suggest("\"Bob\" call 3 times"))
        .containsExactly("{_who:string} calls {times:int} time(s)");
  }

  @Test
  void a_scenario_runs_alone_when_a_step_of_its_phrases_wants_that() throws IOException {
    new PhraseRun(folder)
        .classLoader(withLibrary)
        .phrases(
            "shop.phrases.feature",
            "Feature: f",
            "Scenario: {who:string} wakes/rouses {n:int} neighbour(s)",
            "* \"<who>\" calls <n> times",
            "Scenario: nobody is woken",
            "* I note \"a\"")
        .scenario("* nobody is woken");

    assertThat(isAlone("the bell rings 1 time")).isTrue();
    assertThat(isAlone("within 5 s, the bell rings 2 times")).isTrue();
    assertThat(isAlone("\"Ada\" rouses 2 neighbours")).isTrue();
    assertThat(isAlone("3 of them at once, \"Ada\" is heard")).isTrue();
    assertThat(isAlone("nobody is woken")).isFalse();
    assertThat(isAlone("the doorbell rings")).isFalse();
    assertThat(AloneSteps.isAmong(List.of("@exclusive"), List.of())).isTrue();
  }

  private static boolean isAlone(String step) {
    return AloneSteps.isAmong(List.of("@critical"), List.of("nobody is woken", step));
  }

  @Test
  void a_phrasebook_in_a_package_of_the_glue_is_the_projects() throws IOException {
    PhraseRun run =
        new PhraseRun(folder)
            .glue("dev/trestle/steps/core/phrase/library")
            .scenario("* \"Ada\" calls 4 times");

    assertThat(run.message())
        .isEqualTo(
            "rang 4 times\nIn the phrasebook: 'When the bell rings 4 times' (" + BOOK + ":7).");
  }

  @Test
  void a_duration_of_another_type_is_told() throws IOException {
    PhraseRun run = new PhraseRun(folder).glue("dev/trestle/steps/core/phrase/duration");

    Throwable thrown = catchThrowable(() -> run.scenario("* a"));

    assertThat(PhrasebookException.in(thrown).orElseThrow())
        .hasMessage(
            """
            The parameter type {duration} is not a java.time.Duration.
            It is a java.lang.String; Trestle's guard 'within {duration}, …' uses it.
            Look at dev.trestle.steps.core.phrase.duration.OtherDuration.duration(java.lang.String).
            Give it another name, or let it return a java.time.Duration.""");
  }
}

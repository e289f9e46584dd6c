package dev.trestle.steps.core.phrase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PhraseLayersTest {

  private static final Origin LIBRARY = new Origin(true, "commerce");

  private final List<Problem> problems = new ArrayList<>();

  private static List<Phrase> phrases(String file, Origin origin, String name) {
    String text = "Feature: f\nScenario: " + name + "\n* a\n";
    return PhrasebookParser.parse(new PhrasebookSource(file, origin, text)).phrases();
  }

  @Test
  void a_phrase_of_the_project_overrides_the_one_of_the_library() {
    List<Phrase> all = new ArrayList<>(phrases("p", Origin.PROJECT, "{_b:string} pays"));
    all.addAll(phrases("l", LIBRARY, "{_a:string} pays"));
    all.addAll(phrases("m", LIBRARY, "{_a:word} pays"));

    assertThat(PhraseLayers.lay(all, problems))
        .extracting(phrase -> phrase.place().file())
        .containsExactly("p", "m");
    assertThat(problems).isEmpty();
  }

  @Test
  void two_artifacts_of_the_library_may_not_define_the_same() {
    List<Phrase> all = new ArrayList<>(phrases("a", LIBRARY, "{_b:string} pays"));
    all.addAll(phrases("b", new Origin(true, "other"), "{_a:string} pays"));

    PhraseLayers.lay(all, problems);

    assertThat(problems).extracting(Problem::place).containsExactly(new Place("b", 2));
  }
}

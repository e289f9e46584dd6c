package dev.trestle.library;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The pages that list every step and phrase.
 *
 * @param classes the step classes of all artifacts
 * @param phrases the phrases of all artifacts
 * @param used the steps of features that run as tests
 */
record StepReference(List<StepClass> classes, List<Phrase> phrases, List<UsedStep> used) {

  private static final String NOTE =
      "Made from the sources by `mvn -pl step-library/all -am test -DwriteSteps"
          + " -Dtest=StepReferenceTest -Dsurefire.failIfNoSpecifiedTests=false`; do not edit.\n";

  /** {@code docs/steps.md}: the primitive steps by artifact, and the phrases. */
  String steps() {
    StringBuilder page = new StringBuilder("# Steps\n\n").append(NOTE);
    page.append('\n').append(text("steps-intro.md")).append("\nThe artifacts:\n\n");
    byArtifact()
        .forEach(
            (artifact, of) ->
                page.append("- [`")
                    .append(artifact)
                    .append("`](#")
                    .append(artifact)
                    .append("), ")
                    .append(of.stream().mapToInt(stepClass -> stepClass.steps().size()).sum())
                    .append(" steps\n"));
    byArtifact()
        .forEach(
            (artifact, of) -> {
              page.append("\n## `").append(artifact).append("`\n");
              of.forEach(stepClass -> append(stepClass, page));
            });
    return page.toString();
  }

  private Map<String, List<StepClass>> byArtifact() {
    return classes.stream()
        .collect(
            Collectors.groupingBy(StepClass::artifact, LinkedHashMap::new, Collectors.toList()));
  }

  private static void append(StepClass stepClass, StringBuilder page) {
    String[] described = stepClass.description().replaceFirst("\\.$", "").split("\\. |; ", 2);
    page.append("\n### ").append(described[0]).append('\n');
    page.append(described.length == 1 ? "" : "\n" + sentence(described[1]) + "\n");
    for (StepClass.Step step : stepClass.steps()) {
      page.append("\n#### `").append(step.expression()).append("`\n\n");
      page.append(step.description()).append("\n\n");
      page.append("```gherkin\n").append(step.example().strip()).append("\n```\n");
    }
  }

  private static String sentence(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1) + ".";
  }

  /** {@code docs/phrases.md}: the phrases of a shop, as a product owner reads them. */
  String phrasePage() {
    StringBuilder page = new StringBuilder("# The phrases of a shop\n\n").append(NOTE);
    page.append('\n').append(text("phrases-intro.md"));
    String about = "";
    for (Phrase phrase : phrases) {
      if (!phrase.book().about().equals(about)) {
        about = phrase.book().about();
        page.append("\n## ").append(about).append("\n\n");
        page.append(paragraph(phrase.book().description()));
        page.append("| phrase | for example |\n|---|---|\n");
      }
      page.append("| ").append(cell(phrase.shown()));
      page.append(under(cell(phrase.description())));
      page.append(under(phrase.takesAnyAnswer() ? "Takes any answer." : phrase.refusal()));
      page.append(" | `");
      page.append(use(phrase).map(UsedStep::toString).orElse("").replace("|", "\\|"));
      page.append("` |\n");
    }
    return page.toString();
  }

  /** An example from a feature, else from another phrase. */
  Optional<UsedStep> use(Phrase phrase) {
    return phrase
        .use(used)
        .or(() -> phrase.use(phrases.stream().flatMap(p -> p.writtenParts().stream()).toList()));
  }

  private static String under(String text) {
    return text.isEmpty() ? "" : "<br>" + text;
  }

  private static String paragraph(String text) {
    return text.isEmpty() ? "" : text + "\n\n";
  }

  private static String text(String resource) {
    try (InputStream in = StepReference.class.getResourceAsStream("/" + resource)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replace("<", "*").replace(">", "*");
  }

  /** The index that tells which artifact an unknown step needs. */
  String index() {
    return "# The steps of all Trestle artifacts: artifact, tab, expression. Used to tell which"
        + " dependency an unknown step needs.\n"
        + classes.stream()
            .flatMap(
                of -> of.steps().stream().map(step -> of.artifact() + "\t" + step.expression()))
            .collect(Collectors.joining("\n", "", "\n"))
        + phrases.stream()
            .map(phrase -> "trestle-steps-commerce\t" + phrase.expression())
            .collect(Collectors.joining("\n", "", "\n"));
  }
}

package dev.trestle.steps.core.phrase;

import io.cucumber.gherkin.GherkinParser;
import io.cucumber.messages.types.Background;
import io.cucumber.messages.types.Envelope;
import io.cucumber.messages.types.Feature;
import io.cucumber.messages.types.FeatureChild;
import io.cucumber.messages.types.GherkinDocument;
import io.cucumber.messages.types.Location;
import io.cucumber.messages.types.ParseError;
import io.cucumber.messages.types.Rule;
import io.cucumber.messages.types.RuleChild;
import io.cucumber.messages.types.Scenario;
import io.cucumber.messages.types.Step;
import io.cucumber.messages.types.TableRow;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads phrases out of the text of a phrasebook. */
final class PhrasebookParser {

  private final PhrasebookSource source;
  private final List<Phrase> phrases = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private String language = "en";

  private PhrasebookParser(PhrasebookSource source) {
    this.source = source;
  }

  /**
   * What one file holds.
   *
   * @param phrases in order
   * @param problems what cannot be understood
   */
  record Parsed(List<Phrase> phrases, List<Problem> problems) {}

  /** Reads one phrasebook. */
  static Parsed parse(PhrasebookSource source) {
    PhrasebookParser parser = new PhrasebookParser(source);
    GherkinParser.builder()
        .includeSource(false)
        .includePickles(false)
        .build()
        .parse(source.file(), source.text().getBytes(StandardCharsets.UTF_8))
        .forEach(parser::read);
    return new Parsed(List.copyOf(parser.phrases), List.copyOf(parser.problems));
  }

  private void read(Envelope envelope) {
    envelope.getParseError().ifPresent(this::error);
    envelope.getGherkinDocument().flatMap(GherkinDocument::getFeature).ifPresent(this::feature);
  }

  private void error(ParseError error) {
    problems.add(
        new Problem(
            "The phrasebook '" + source.file() + "' is not valid Gherkin.",
            error.getMessage(),
            error.getSource().getLocation().map(this::place).orElse(new Place(source.file(), 1)),
            "Correct the line; a phrasebook is a feature whose scenarios are phrases."));
  }

  private void feature(Feature feature) {
    language = feature.getLanguage();
    for (FeatureChild child : feature.getChildren()) {
      child.getBackground().ifPresent(this::background);
      child.getScenario().ifPresent(this::scenario);
      child.getRule().ifPresent(this::rule);
    }
  }

  private void rule(Rule rule) {
    for (RuleChild child : rule.getChildren()) {
      child.getBackground().ifPresent(this::background);
      child.getScenario().ifPresent(this::scenario);
    }
  }

  private void background(Background background) {
    problems.add(
        new Problem(
            "A phrasebook has no Background.",
            "Each phrase stands for itself, wherever it is used.",
            place(background.getLocation()),
            "Write its steps as a phrase, and use that phrase where they are needed."));
  }

  private void scenario(Scenario scenario) {
    Place place = place(scenario.getLocation());
    if (!scenario.getExamples().isEmpty()) {
      problems.add(
          new Problem(
              "The phrase '" + scenario.getName() + "' has Examples.",
              "A phrase gets its values from the step that uses it.",
              place,
              "Write Scenario instead of Scenario Outline, and name the values as {name:type} in"
                  + " the phrase."));
      return;
    }
    List<Part> parts = scenario.getSteps().stream().map(this::part).toList();
    Phrase phrase =
        new Phrase(
            PhraseExpression.of(scenario.getName().strip()),
            parts,
            scenario.getDescription().strip().replaceAll("(?m)^[ \\t]+", ""),
            language,
            source.origin(),
            place);
    problems.addAll(PhraseRules.check(phrase));
    phrases.add(phrase);
  }

  private Part part(Step step) {
    String keyword = step.getKeyword().strip();
    return new Part(
        "*".equals(keyword) ? "" : keyword,
        step.getText().strip(),
        argument(step),
        place(step.getLocation()));
  }

  private static StepArgument argument(Step step) {
    if (step.getDataTable().isPresent()) {
      return new StepArgument.Table(
          step.getDataTable().get().getRows().stream().map(PhrasebookParser::cells).toList());
    }
    return step.getDocString()
        .<StepArgument>map(
            text -> new StepArgument.Text(text.getContent(), text.getMediaType().orElse("")))
        .orElse(StepArgument.NONE);
  }

  private static List<@Nullable String> cells(TableRow row) {
    List<@Nullable String> cells = new ArrayList<>();
    row.getCells().forEach(cell -> cells.add(cell.getValue().isEmpty() ? null : cell.getValue()));
    return cells;
  }

  private Place place(Location location) {
    return new Place(source.file(), location.getLine().intValue());
  }
}

package dev.trestle.library;

import io.cucumber.gherkin.GherkinParser;
import io.cucumber.messages.types.Envelope;
import io.cucumber.messages.types.Feature;
import io.cucumber.messages.types.FeatureChild;
import io.cucumber.messages.types.GherkinDocument;
import io.cucumber.messages.types.Pickle;
import io.cucumber.messages.types.PickleStep;
import io.cucumber.messages.types.PickleStepType;
import io.cucumber.messages.types.Scenario;
import io.cucumber.messages.types.Step;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Phrasebooks and features, read from their sources. */
final class FeatureSources {

  private static final String PHRASEBOOK = ".phrases.feature";

  /** What may stand before a step: how long to wait, how many do it, for whom it holds. */
  private static final String BEFORE =
      "^(within \\d+ \\w+, |for [^,]*(of them|the others), |(\\d+ \\w+|all of them) at once )";

  private static final Set<String> KEYWORDS = Set.of("Given", "When", "Then");

  private FeatureSources() {}

  /** The phrases of all phrasebooks below a folder. */
  static List<Phrase> phrases(Path folder) throws IOException {
    return files(folder).stream()
        .filter(file -> file.toString().endsWith(PHRASEBOOK))
        .flatMap(FeatureSources::parse)
        .map(Envelope::getGherkinDocument)
        .flatMap(Optional::stream)
        .map(GherkinDocument::getFeature)
        .flatMap(Optional::stream)
        .flatMap(FeatureSources::phrases)
        .toList();
  }

  private static Stream<Phrase> phrases(Feature feature) {
    return feature.getChildren().stream()
        .map(FeatureChild::getScenario)
        .flatMap(Optional::stream)
        .map(
            scenario ->
                new Phrase(
                    new Phrase.Book(feature.getName(), oneLine(feature.getDescription())),
                    scenario.getName(),
                    oneLine(scenario.getDescription()),
                    parts(scenario)));
  }

  private static String oneLine(String description) {
    return description.strip().replaceAll("\\s+", " ");
  }

  private static List<UsedStep> parts(Scenario scenario) {
    List<UsedStep> parts = new ArrayList<>();
    String keyword = "Given";
    for (Step step : scenario.getSteps()) {
      String written = step.getKeyword().strip();
      keyword = KEYWORDS.contains(written) ? written : keyword;
      String text = step.getText().replaceFirst(BEFORE, "");
      parts.add(new UsedStep(keyword, "", text));
    }
    return parts;
  }

  /** The steps of all features below a folder, phrasebooks left out, in the order of the files. */
  static List<UsedStep> steps(Path folder) throws IOException {
    return files(folder).stream()
        .filter(file -> !file.toString().endsWith(PHRASEBOOK))
        .flatMap(FeatureSources::parse)
        .map(Envelope::getPickle)
        .flatMap(Optional::stream)
        .map(Pickle::getSteps)
        .flatMap(List::stream)
        .map(FeatureSources::used)
        .toList();
  }

  private static UsedStep used(PickleStep step) {
    String text = step.getText().replaceFirst(BEFORE, "");
    String before = step.getText().substring(0, step.getText().length() - text.length());
    return new UsedStep(keyword(step), before, text);
  }

  private static String keyword(PickleStep step) {
    PickleStepType type = step.getType().orElse(PickleStepType.UNKNOWN);
    return switch (type) {
      case ACTION -> "When";
      case OUTCOME -> "Then";
      default -> "Given";
    };
  }

  private static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> file.toString().endsWith(".feature")).sorted().toList();
    }
  }

  private static Stream<Envelope> parse(Path file) {
    try {
      return GherkinParser.builder().includeSource(false).build().parse(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

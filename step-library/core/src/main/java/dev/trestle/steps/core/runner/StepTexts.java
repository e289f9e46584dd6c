package dev.trestle.steps.core.runner;

import io.cucumber.gherkin.GherkinParser;
import io.cucumber.messages.types.Envelope;
import io.cucumber.messages.types.PickleStep;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The texts of all steps in features, with the values of examples in them. */
final class StepTexts {

  private StepTexts() {}

  /** The texts in these files; those that cannot be parsed are Cucumber's to refuse. */
  static Set<String> in(List<String> features) {
    Set<String> texts = new LinkedHashSet<>();
    for (String feature : features) {
      Path file = Path.of(FeaturePaths.withoutLines(feature));
      if (Files.isRegularFile(file)) {
        add(file, texts);
      }
    }
    return texts;
  }

  private static void add(Path file, Set<String> texts) {
    GherkinParser parser =
        GherkinParser.builder().includeSource(false).includeGherkinDocument(false).build();
    try (InputStream source = Files.newInputStream(file);
        Stream<Envelope> envelopes = parser.parse(file.toUri().toString(), source)) {
      envelopes
          .flatMap(envelope -> Stream.ofNullable(envelope.getPickle().orElse(null)))
          .flatMap(pickle -> pickle.getSteps().stream())
          .map(PickleStep::getText)
          .forEach(texts::add);
    } catch (IOException e) {
      throw new UncheckedIOException("The feature " + file + " cannot be read.", e);
    }
  }
}

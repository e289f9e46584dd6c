package dev.trestle.steps.core.runner;

import io.cucumber.gherkin.GherkinParser;
import io.cucumber.messages.types.Envelope;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The Gherkin errors of features, with file and line. Cucumber stops at the first feature that it
 * cannot parse, before its first message, so they are looked for apart.
 */
final class ParseErrors {

  private ParseErrors() {}

  static List<Envelope> in(List<String> features) throws IOException {
    List<Envelope> errors = new ArrayList<>();
    for (String feature : features) {
      Path file = Path.of(FeaturePaths.withoutLines(feature));
      if (Files.isRegularFile(file)) {
        errors.addAll(in(file));
      }
    }
    return errors;
  }

  private static List<Envelope> in(Path file) throws IOException {
    GherkinParser parser =
        GherkinParser.builder()
            .includeSource(false)
            .includeGherkinDocument(false)
            .includePickles(false)
            .build();
    try (InputStream source = Files.newInputStream(file);
        Stream<Envelope> envelopes = parser.parse(file.toUri().toString(), source)) {
      return envelopes.filter(envelope -> envelope.getParseError().isPresent()).toList();
    }
  }
}

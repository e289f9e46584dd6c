package dev.trestle.steps.core.runner;

import io.cucumber.gherkin.GherkinParser;
import io.cucumber.messages.types.Envelope;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** Loads what every run needs while a standby runner waits for its request. */
final class WarmUp {

  private static final String FEATURE =
      "Feature: warm\n  Scenario Outline: up\n    Given <a>\n    Examples:\n      | a |\n      | b |\n";

  private WarmUp() {}

  static void run() {
    MessagesPlugin messages = new MessagesPlugin(OutputStream.nullOutputStream());
    byte[] source = FEATURE.getBytes(StandardCharsets.UTF_8);
    try (Stream<Envelope> envelopes = GherkinParser.builder().build().parse("warm", source)) {
      envelopes.forEach(messages::write);
    }
  }
}

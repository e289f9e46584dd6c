package dev.trestle.steps.core.allure;

import io.cucumber.messages.types.Envelope;
import io.cucumber.messages.types.Examples;
import io.cucumber.messages.types.Feature;
import io.cucumber.messages.types.FeatureChild;
import io.cucumber.messages.types.GherkinDocument;
import io.cucumber.messages.types.Location;
import io.cucumber.messages.types.Rule;
import io.cucumber.messages.types.RuleChild;
import io.cucumber.messages.types.Scenario;
import io.cucumber.messages.types.Tag;
import io.cucumber.plugin.event.EventHandler;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.TestSourceRead;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Cucumber's events for Allure's plugin, with the lines of examples without a table made comments:
 * it ends the whole run when it meets one.
 */
final class WithoutEmptyExamples implements EventPublisher {

  private final EventPublisher cucumber;
  private final Map<String, Consumer<GherkinDocument>> waiting = new HashMap<>();

  WithoutEmptyExamples(EventPublisher cucumber) {
    this.cucumber = cucumber;
    cucumber.registerHandlerFor(
        Envelope.class, envelope -> envelope.getGherkinDocument().ifPresent(this::pass));
  }

  @Override
  public <T> void registerHandlerFor(Class<T> type, EventHandler<T> handler) {
    cucumber.registerHandlerFor(
        type,
        type == TestSourceRead.class
            ? event -> hold((TestSourceRead) event, changed -> handler.receive(type.cast(changed)))
            : handler);
  }

  @Override
  public <T> void removeHandlerFor(Class<T> type, EventHandler<T> handler) {
    throw new UnsupportedOperationException("Allure's plugin stays for the whole run.");
  }

  /** A source comes before what was found in it. */
  private synchronized void hold(TestSourceRead read, Consumer<TestSourceRead> handler) {
    waiting.put(
        read.getUri().toString(),
        document ->
            handler.accept(
                new TestSourceRead(
                    read.getInstant(), read.getUri(), changed(read.getSource(), document))));
  }

  private synchronized void pass(GherkinDocument document) {
    Consumer<GherkinDocument> held = waiting.remove(document.getUri().orElse(""));
    if (held != null) {
      held.accept(document);
    }
  }

  private static String changed(String source, GherkinDocument document) {
    Optional<Feature> feature = document.getFeature();
    return feature.isEmpty() ? source : new Lines(feature.get()).changed(source);
  }

  /** Where the parts of a feature begin, their tags included, and which have to go. */
  private static final class Lines {

    private final TreeSet<Long> beginnings = new TreeSet<>();
    private final List<Long> empty = new ArrayList<>();

    Lines(Feature feature) {
      for (FeatureChild child : feature.getChildren()) {
        child.getScenario().ifPresent(this::add);
        child.getRule().ifPresent(this::add);
      }
    }

    private void add(Rule rule) {
      begin(rule.getTags(), rule.getLocation());
      rule.getChildren().stream()
          .map(RuleChild::getScenario)
          .flatMap(Optional::stream)
          .forEach(this::add);
    }

    private void add(Scenario scenario) {
      begin(scenario.getTags(), scenario.getLocation());
      for (Examples examples : scenario.getExamples()) {
        long line = begin(examples.getTags(), examples.getLocation());
        if (examples.getTableHeader().isEmpty()) {
          empty.add(line);
        }
      }
    }

    private long begin(List<Tag> tags, Location location) {
      long line =
          Stream.concat(tags.stream().map(Tag::getLocation), Stream.of(location))
              .mapToLong(Location::getLine)
              .min()
              .orElseThrow();
      beginnings.add(line);
      return line;
    }

    private String changed(String source) {
      if (empty.isEmpty()) {
        return source;
      }
      List<String> lines = new ArrayList<>(source.lines().toList());
      for (long from : empty) {
        Long next = beginnings.higher(from);
        long to = next == null ? lines.size() + 1 : next;
        for (long line = from; line < to; line++) {
          lines.set((int) line - 1, "#");
        }
      }
      return String.join("\n", lines) + "\n";
    }
  }
}

package dev.trestle.steps.core.runner;

import dev.trestle.steps.core.internal.Locations;
import dev.trestle.steps.core.internal.RunStatement;
import io.cucumber.gherkin.GherkinDialect;
import io.cucumber.gherkin.GherkinDialectProvider;
import io.cucumber.messages.types.Background;
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
import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A Cucumber plugin that finds what Gherkin accepts and never runs: lines that it takes for a
 * description, a background without a scenario, an outline without example rows. For the last one
 * the run is red; for the others nothing runs.
 */
final class FeatureChecks implements ConcurrentEventListener {

  private final boolean dryRun;
  private final Map<String, List<String>> sources = new HashMap<>();
  private final List<Problem> problems = new ArrayList<>();
  private final List<Problem> leftOut = new ArrayList<>();
  private Selected selected = Selected.ALL;

  /** What has to be corrected, and where. */
  private record Problem(String uri, long line, String message) {

    String text() {
      return Locations.file(URI.create(uri)) + ":" + line + ": " + message + ".";
    }
  }

  /**
   * Checks of a run.
   *
   * @param dryRun whether no hook will run, which finds scenarios without steps otherwise
   */
  FeatureChecks(boolean dryRun) {
    this.dryRun = dryRun;
  }

  @Override
  public void setEventPublisher(EventPublisher publisher) {
    publisher.registerHandlerFor(Envelope.class, this::learn);
  }

  private synchronized void learn(Envelope envelope) {
    envelope
        .getSource()
        .ifPresent(source -> sources.put(source.getUri(), source.getData().lines().toList()));
    envelope.getGherkinDocument().ifPresent(this::check);
  }

  /** What of the features is to be run; of the rest nothing is left out. */
  synchronized void select(Selected selection) {
    selected = selection;
  }

  /** States what was selected and cannot be run, although the rest can. */
  synchronized void stateLeftOut(RunStatement statement) {
    leftOut.forEach(each -> statement.leftOut(each.uri, each.line, each.message + "."));
  }

  /** Whether nothing has to be corrected; else no scenario may run. */
  synchronized boolean isSound() {
    return problems.isEmpty();
  }

  /** Refuses the run when something has to be corrected, and states each problem. */
  synchronized void requireSound(RunStatement statement) {
    if (problems.isEmpty()) {
      return;
    }
    problems.forEach(
        problem -> statement.problem(problem.uri, problem.line, problem.message + "."));
    throw new RunRefusal(
        problems.stream().map(Problem::text).collect(Collectors.joining("\n"))
            + "\nCorrect the features, and run again.");
  }

  private void check(GherkinDocument document) {
    String uri = document.getUri().orElse("");
    List<String> source = sources.getOrDefault(uri, List.of());
    sources.remove(uri);
    document.getFeature().ifPresent(feature -> new OneFeature(uri, source, feature).check());
  }

  /** The checks of one feature file. */
  private final class OneFeature {

    private final String uri;
    private final List<String> source;
    private final Feature feature;
    private final StrayLines stray;

    OneFeature(String uri, List<String> source, Feature feature) {
      this.uri = uri;
      this.source = source;
      this.feature = feature;
      GherkinDialectProvider dialects = new GherkinDialectProvider();
      Optional<GherkinDialect> dialect = dialects.getDialect(feature.getLanguage());
      this.stray = new StrayLines(dialect.orElseGet(dialects::getDefaultDialect));
    }

    void check() {
      description(feature.getLocation(), feature.getDescription(), false);
      List<FeatureChild> children = feature.getChildren();
      children.forEach(
          child -> {
            child.getBackground().ifPresent(this::check);
            child.getScenario().ifPresent(scenario -> check(scenario, List.of()));
            child.getRule().ifPresent(this::check);
          });
      boolean hasScenario = children.stream().anyMatch(child -> child.getBackground().isEmpty());
      requireScenario(
          children.stream().flatMap(child -> child.getBackground().stream()), hasScenario);
    }

    private void check(Rule rule) {
      description(rule.getLocation(), rule.getDescription(), false);
      List<RuleChild> children = rule.getChildren();
      children.forEach(
          child -> {
            child.getBackground().ifPresent(this::check);
            child.getScenario().ifPresent(scenario -> check(scenario, rule.getTags()));
          });
      boolean hasScenario = children.stream().anyMatch(child -> child.getScenario().isPresent());
      requireScenario(
          children.stream().flatMap(child -> child.getBackground().stream()), hasScenario);
    }

    private void requireScenario(Stream<Background> backgrounds, boolean hasScenario) {
      if (!hasScenario) {
        backgrounds.forEach(
            background ->
                problem(
                    background.getLocation(),
                    "no scenario follows this background, so that its steps never run. Write a"
                        + " scenario, or remove the background"));
      }
    }

    private void check(Background background) {
      description(background.getLocation(), background.getDescription(), true);
    }

    private void check(Scenario scenario, List<Tag> tags) {
      description(scenario.getLocation(), scenario.getDescription(), true);
      for (Examples examples : scenario.getExamples()) {
        description(examples.getLocation(), examples.getDescription(), false);
        if (examples.getTableBody().isEmpty() && isSelected(scenario, tags, examples)) {
          leftOut.add(
              new Problem(
                  uri,
                  examples.getLocation().getLine(),
                  "these examples have no row, so that no scenario runs with them. Write a row, or"
                      + " remove them"));
        }
      }
      if (dryRun && scenario.getSteps().isEmpty()) {
        problem(
            scenario.getLocation(),
            "the scenario '"
                + scenario.getName()
                + "' has no steps. Write its steps, or remove it");
      }
    }

    private boolean isSelected(Scenario scenario, List<Tag> tags, Examples examples) {
      List<String> names =
          Stream.of(feature.getTags(), tags, scenario.getTags(), examples.getTags())
              .flatMap(List::stream)
              .map(Tag::getName)
              .toList();
      return selected.has(
          uri,
          scenario.getName(),
          names,
          scenario.getLocation().getLine(),
          examples.getLocation().getLine());
    }

    private void description(Location above, String text, boolean stepsFollow) {
      List<String> lines = text.lines().toList();
      stray
          .in(lines, stepsFollow)
          .forEach(
              found ->
                  problems.add(
                      new Problem(uri, line(above, lines, found.index()), found.message())));
    }

    /** Gherkin does not say at which line a description begins, nor which comments it has. */
    private long line(Location above, List<String> lines, int index) {
      int at = above.getLine().intValue();
      for (int i = 0; i <= index; i++) {
        String wanted = lines.get(i).strip();
        while (at < source.size() && !source.get(at).strip().equals(wanted)) {
          at++;
        }
        at++;
      }
      return Math.min(at, Math.max(1, source.size()));
    }

    private void problem(Location location, String message) {
      problems.add(new Problem(uri, location.getLine(), message));
    }
  }
}

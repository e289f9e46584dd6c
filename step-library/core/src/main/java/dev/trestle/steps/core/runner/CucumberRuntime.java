package dev.trestle.steps.core.runner;

import dev.trestle.steps.core.internal.RunStatement;
import io.cucumber.core.gherkin.Pickle;
import io.cucumber.core.options.CommandlineOptionsParser;
import io.cucumber.core.options.CucumberProperties;
import io.cucumber.core.options.CucumberPropertiesParser;
import io.cucumber.core.options.RuntimeOptions;
import io.cucumber.core.options.RuntimeOptionsBuilder;
import io.cucumber.core.order.PickleOrder;
import io.cucumber.core.runtime.Runtime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cucumber with the options of its command line and of the project's own settings. It is put
 * together as {@code io.cucumber.core.cli.Main} does it, with one difference: once Cucumber has
 * selected and ordered the scenarios, and before it runs the first of them, that list is stated.
 */
final class CucumberRuntime {

  private CucumberRuntime() {}

  /**
   * Runs to the end.
   *
   * @param arguments Cucumber's command line
   * @param checks refuse the run for what is in its features
   * @param plan takes the ids of the scenarios that will be run
   */
  static void run(
      List<String> arguments, ClassLoader loader, FeatureChecks checks, RunStatement plan) {
    RuntimeOptions file =
        new CucumberPropertiesParser().parse(CucumberProperties.fromPropertiesFile()).build();
    RuntimeOptions environment =
        new CucumberPropertiesParser().parse(CucumberProperties.fromEnvironment()).build(file);
    RuntimeOptions system =
        new CucumberPropertiesParser()
            .parse(CucumberProperties.fromSystemProperties())
            .build(environment);
    RuntimeOptions chosen = options(arguments, null, system);
    checks.select(Selected.of(chosen));
    RuntimeOptions stating = options(arguments, stating(chosen, checks, plan), system);
    Runtime.builder()
        .withRuntimeOptions(stating)
        .withClassLoader(() -> loader)
        .withAdditionalPlugins(checks)
        .build()
        .run();
    checks.requireSound(plan);
    checks.stateLeftOut(plan);
  }

  private static RuntimeOptions options(
      List<String> arguments, @Nullable PickleOrder order, RuntimeOptions defaults) {
    CommandlineOptionsParser parser = new CommandlineOptionsParser(System.out);
    RuntimeOptionsBuilder builder = parser.parse(arguments.toArray(String[]::new));
    if (order != null) {
      builder.setPickleOrder(order);
    }
    RuntimeOptions options =
        builder.addDefaultGlueIfAbsent().addDefaultFeaturePathIfAbsent().build(defaults);
    if (parser.exitStatus().isPresent()) {
      throw new RunRefusal(
          "Cucumber refuses its options.\n"
              + ("They are " + String.join(" ", arguments) + ".\n")
              + "Look at trestle.tags and trestle.names, and at the message above.\n"
              + "Correct them, and run again.");
    }
    return options;
  }

  /** The order that the project has chosen, cut at its limit, and stated. */
  private static PickleOrder stating(
      RuntimeOptions chosen, FeatureChecks checks, RunStatement plan) {
    PickleOrder order = chosen.getPickleOrder();
    int limit = chosen.getLimitCount();
    return pickles -> {
      if (!checks.isSound()) {
        return List.of(); // Cucumber keeps to itself what is thrown here.
      }
      List<Pickle> ordered = order.orderPickles(pickles);
      List<Pickle> planned =
          limit > 0 && limit < ordered.size() ? ordered.subList(0, limit) : ordered;
      plan.plan(planned.stream().map(Pickle::getId).toList());
      return planned;
    };
  }
}

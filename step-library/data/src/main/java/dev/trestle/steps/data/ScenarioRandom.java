package dev.trestle.steps.data;

import dev.trestle.steps.core.ScenarioScope;
import dev.trestle.steps.core.Seed;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import net.datafaker.Faker;

/** What is random in one scenario, in the same order for the same seed. */
final class ScenarioRandom {

  private final Random numbers;
  private final Map<Locale, Faker> fakers = new HashMap<>();

  private ScenarioRandom(ScenarioScope scope) {
    this.numbers = new Random(scope.seed());
    scope.attach(
        "Random seed",
        "text/plain",
        ("The seed of the run is " + Seed.ofRun() + ".\nFor the same values again, run with ")
            + ("-Dtrestle.jvmArguments=-D" + Seed.PROPERTY + "=" + Seed.ofRun() + "."));
  }

  /** The scenario's own; the first use shows the seed in the report. */
  static ScenarioRandom of(ScenarioScope scope) {
    return scope.state(ScenarioRandom.class, () -> new ScenarioRandom(scope));
  }

  Random numbers() {
    return numbers;
  }

  /** Names, addresses and so on as they are in a country. */
  Faker faker(Locale locale) {
    return fakers.computeIfAbsent(locale, key -> new Faker(key, numbers));
  }
}

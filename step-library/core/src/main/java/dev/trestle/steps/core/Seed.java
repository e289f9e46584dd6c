package dev.trestle.steps.core;

import java.util.concurrent.ThreadLocalRandom;

/** The seed of what is random in a run; {@code -Dtrestle.seed} gives that of a run to repeat. */
public final class Seed {

  /** The system property of the runner that sets the seed. */
  public static final String PROPERTY = "trestle.seed";

  /** Short enough to be typed again. */
  private static final int BOUND = 1_000_000_000;

  private static final long CHOSEN = ThreadLocalRandom.current().nextInt(BOUND);

  private Seed() {}

  /** The run's seed: the one that is given, else one that this run has chosen. */
  public static long ofRun() {
    String given = System.getProperty(PROPERTY);
    if (given == null) {
      return CHOSEN;
    }
    try {
      return Long.parseLong(given.strip());
    } catch (NumberFormatException e) {
      throw StepFailure.of("The seed '" + given + "' is no whole number.")
          .evidence("It is given by the system property " + PROPERTY + ".")
          .fix("Give a number, as in -Dtrestle.jvmArguments=-D" + PROPERTY + "=4711.")
          .causedBy(e);
    }
  }

  /** The seed of a place, so that lanes and their order do not matter. */
  static long of(String place) {
    return ofRun() * 31 + place.hashCode();
  }
}

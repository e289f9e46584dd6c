package dev.trestle.maven;

import dev.trestle.protocol.InteractionCoverage;
import dev.trestle.protocol.RunOutcome;
import java.math.BigDecimal;
import java.util.List;
import java.util.Properties;
import org.apache.maven.plugin.MojoFailureException;
import org.jspecify.annotations.Nullable;

/** Fails a build whose run saw too little of what can happen between services. */
final class CoverageGate {

  /** The property that sets it. */
  static final String PROPERTY = "trestle.minimumInteractionCoverage";

  private static final List<String> SELECTION =
      List.of("trestle.features", "trestle.tags", "trestle.names");
  private static final int MOST_NAMED = 10;

  private final BigDecimal minimum;

  private CoverageGate(BigDecimal minimum) {
    this.minimum = minimum;
  }

  /**
   * The gate of a build.
   *
   * @param percent the parameter, null when it is not set
   * @return null when none is set
   * @throws MojoFailureException when it is no percentage
   */
  static @Nullable CoverageGate of(@Nullable String percent) throws MojoFailureException {
    if (percent == null || percent.isBlank()) {
      return null;
    }
    ParameterRules.check(PROPERTY, percent);
    return new CoverageGate(new BigDecimal(percent.strip()));
  }

  /**
   * Whether the command line alone selects scenarios, so that less than the build's whole is run. A
   * gate that is set there too is meant for just these.
   */
  static boolean isOnlySelection(Properties commandLine) {
    return !isSet(commandLine, PROPERTY)
        && SELECTION.stream().anyMatch(property -> isSet(commandLine, property));
  }

  /** An empty value sets nothing. */
  private static boolean isSet(Properties commandLine, String property) {
    return !commandLine.getProperty(property, "").isBlank();
  }

  /** What a run lacks, null when it is enough. */
  @Nullable String shortfall(RunOutcome outcome) {
    InteractionCoverage seen = outcome.interactions();
    if (seen == null || seen.cells() == 0) {
      return "There is no interaction between services to cover, and "
          + (minimum + " % are asked for.\n")
          + "The environment has no connection from one service to another.\n"
          + "They are found in the variables of the services in the Compose file.\n"
          + ("Describe them there, or remove " + PROPERTY + " from this build.");
    }
    BigDecimal filled = BigDecimal.valueOf(seen.filled()).multiply(BigDecimal.valueOf(100));
    BigDecimal least = minimum.multiply(BigDecimal.valueOf(seen.cells()));
    return filled.compareTo(least) >= 0 ? null : tooLittle(seen, outcome.report());
  }

  private String tooLittle(InteractionCoverage seen, String report) {
    StringBuilder message = new StringBuilder();
    message.append(
        "The scenarios cover %s %% of the interactions, and %s %% are asked for.%n"
            .formatted(seen.shownPercent(), minimum));
    message.append("%d of %d cells are empty:%n".formatted(seen.empty().size(), seen.cells()));
    seen.empty().stream()
        .limit(MOST_NAMED)
        .forEach(cell -> message.append("  ").append(cell).append(System.lineSeparator()));
    if (seen.empty().size() > MOST_NAMED) {
      message.append("  … and %d more%n".formatted(seen.empty().size() - MOST_NAMED));
    }
    message.append(
        "All of them are in %s and in the tab 'Interactions' of %s.%n"
            .formatted(seen.file(), report));
    message.append("Write scenarios that try them, or lower %s.".formatted(PROPERTY));
    return message.toString();
  }
}

package dev.trestle.steps.core.internal;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The wordings of the steps and phrases whose scenario runs alone; static, as Cucumber's plugins
 * are.
 */
public final class AloneSteps {

  /** The tag of a scenario that runs alone for a reason of its own. */
  public static final String TAG = "@exclusive";

  private static volatile List<Pattern> wordings = List.of();

  private AloneSteps() {}

  /** Sets the wordings that hold from now on. */
  public static void publish(List<Pattern> all) {
    wordings = List.copyOf(all);
  }

  /** Whether a scenario with these tags and steps runs alone. */
  public static boolean isAmong(List<String> tags, List<String> steps) {
    return tags.contains(TAG)
        || steps.stream()
            .anyMatch(step -> wordings.stream().anyMatch(word -> word.matcher(step).matches()));
  }
}

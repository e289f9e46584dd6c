package dev.trestle.protocol;

import java.util.List;

/**
 * What a runner states before its first scenario, as a line among its Cucumber Messages: each
 * scenario that it is going to run. Cucumber's own messages have scenarios that the selection
 * leaves out too.
 *
 * @param pickles the ids of the scenarios, as Cucumber's {@code pickle} messages have them
 */
public record RunPlan(List<String> pickles) {

  /** The name of the message's only field. */
  public static final String MESSAGE = "trestlePlan";

  /** The only field of a message about a place in a feature file whose scenarios cannot be run. */
  public static final String LEFT_OUT = "trestleLeftOut";

  /** Keeps an unmodifiable copy. */
  public RunPlan {
    pickles = List.copyOf(pickles);
  }
}

package dev.trestle.host.mutate;

import java.util.List;
import java.util.Map;

/** Where scenarios are recorded and mutants are tried. */
interface Laboratory {

  /** What a recording made now would be made of. */
  Map<String, String> origin();

  /** Runs all scenarios without mutants. */
  Recording record(Map<String, String> origin);

  /**
   * Runs scenarios without mutants and whatever comes of it, so that no service is asked for the
   * first time when a mutant is tried: what is slow only then would look like the mutant's work.
   */
  void warmUp(List<Recording.Scenario> scenarios);

  /** The values that fields may have. */
  Mutants.Enumerations enumerations();

  /**
   * Runs a wave.
   *
   * @param wave mutants, each in a scenario of its own
   * @param millis how much time there is; a scenario that has begun may end by its own bound
   * @return what came of each pair whose scenario came to its end, in any order
   */
  Map<Schedule.Pair, Try> run(List<Schedule.Pair> wave, long millis);
}

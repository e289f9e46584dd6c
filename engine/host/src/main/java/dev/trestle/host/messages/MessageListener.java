package dev.trestle.host.messages;

import dev.trestle.protocol.RunnerEnd;
import java.util.List;

/** Hears what a runner says, in the order in which it is said. */
public interface MessageListener {

  /** The first word of a runner. */
  void begun();

  /**
   * A feature file could not be read.
   *
   * @param uri the file as Cucumber names it
   * @param place {@code :line:column}, or empty
   * @param message the parser's words
   */
  void parseError(String uri, String place, String message);

  /**
   * Something that was selected in a feature file cannot be run; the rest is.
   *
   * @param uri the file as Cucumber names it
   * @param place {@code :line}
   * @param message what it is, and how to mend it
   */
  void leftOut(String uri, String place, String message);

  /** A scenario was found. */
  void found(String pickleId, Pickle pickle);

  /** The runner states which scenarios it is going to run, by the ids of their pickles. */
  void planned(List<String> pickleIds);

  /** A hook was found. */
  void hook(String id, String name);

  /** The run begins, at a time in nanoseconds since 1970. */
  void runStarted(long nanos);

  /** It is known how a scenario will be run. */
  void prepared(TestCase testCase);

  /**
   * An attempt of a scenario began.
   *
   * @param id the attempt
   * @param testCaseId the scenario
   * @param nanos the time in nanoseconds since 1970
   */
  void started(String id, String testCaseId, long nanos);

  /** A step ended. */
  void stepFinished(StepEnd end);

  /**
   * The runner attached what is to be said of an undefined or failed step.
   *
   * @param startedId the attempt of the scenario
   * @param stepId the step
   * @param text the explanation
   */
  void explained(String startedId, String stepId, String text);

  /**
   * An attempt of a scenario ended.
   *
   * @param startedId the attempt
   * @param willBeRetried whether another attempt follows
   * @param nanos the time in nanoseconds since 1970
   */
  void finished(String startedId, boolean willBeRetried, long nanos);

  /** The run is over, at a time in nanoseconds since 1970. */
  void runFinished(long nanos);

  /** The runner's last message: Cucumber came to its own end. */
  void runnerEnded(RunnerEnd end);
}

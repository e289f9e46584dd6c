package dev.trestle.protocol;

import java.util.List;
import java.util.Map;

/** What the host tells while a start or a run goes on, one JSON line each. */
public sealed interface RunEvent {

  /**
   * The environment begins to start.
   *
   * @param runtime {@code process} or {@code container}
   * @param why why this runtime was taken
   * @param services what will be started
   */
  record EnvironmentStarting(String runtime, String why, List<String> services)
      implements RunEvent {}

  /**
   * The run uses an environment that is up already.
   *
   * @param since when it was brought up or last up to date, ISO-8601 in UTC
   * @param services what runs
   */
  record EnvironmentAttached(String since, List<String> services) implements RunEvent {}

  /**
   * An environment that is up is brought up to date.
   *
   * @param replaced services that are started anew, or no more, each with the reason
   * @param kept services that go on
   */
  record ServicesReplaced(Map<String, String> replaced, List<String> kept) implements RunEvent {}

  /**
   * A service is prepared, and that takes its time.
   *
   * @param name the service's name
   * @param text what is done, as {@code pulling postgres:17-alpine, 34 of 90 MB}
   */
  record ServiceProgress(String name, String text) implements RunEvent {}

  /**
   * A service is proved ready.
   *
   * @param name the service's name
   * @param millis the time from its start in milliseconds
   */
  record ServiceReady(String name, long millis) implements RunEvent {}

  /**
   * All services are ready.
   *
   * @param millis the time of the whole start in milliseconds
   */
  record EnvironmentReady(long millis) implements RunEvent {}

  /**
   * The scenarios begin.
   *
   * @param lanes how many run at once
   */
  record RunStarted(int lanes) implements RunEvent {}

  /**
   * A scenario ended; told when the request asks for it.
   *
   * @param result how it went
   */
  record ScenarioFinished(ScenarioResult result) implements RunEvent {}

  /**
   * All scenarios of a feature ended. It is for display; the outcome alone decides.
   *
   * @param feature the feature's name
   * @param statuses how each of its scenarios ended
   */
  record FeatureFinished(String feature, List<ScenarioResult.Status> statuses)
      implements RunEvent {}

  /**
   * Something a person should know, which stops nothing.
   *
   * @param message the whole message
   */
  record Warning(String message) implements RunEvent {}

  /**
   * The run ended with a verdict.
   *
   * @param outcome the whole verdict
   */
  record RunFinished(RunOutcome outcome) implements RunEvent {}

  /**
   * Mutants are known and will be tried.
   *
   * @param mutants how many there are
   * @param decided how many an earlier run has decided
   * @param scenarios how many scenarios can notice them
   * @param recording where the recording is from, and why
   */
  record MutationStarted(int mutants, int decided, int scenarios, String recording)
      implements RunEvent {}

  /**
   * Mutants were tried.
   *
   * @param sofar the counts by now
   * @param millisLeft what is left of the budget, in milliseconds
   */
  record MutationProgress(MutationOutcome.Edge sofar, long millisLeft) implements RunEvent {}

  /**
   * Every mutant was tried, or the budget is used up.
   *
   * @param outcome what was found
   */
  record MutationFinished(MutationOutcome outcome) implements RunEvent {}

  /**
   * The start or the run could not be carried out.
   *
   * @param kind whose the cause is
   * @param message the whole four-part message
   */
  record RunAborted(Kind kind, String message) implements RunEvent {
    /** Whose the cause is. */
    public enum Kind {
      /** The project's: configuration, a feature, a service that does not start. */
      PROJECT,
      /** The machine's: a crashed host or runner, a full disk. */
      MACHINE
    }
  }
}

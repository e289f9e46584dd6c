package dev.trestle.steps.faults;

import dev.trestle.steps.core.Example;
import dev.trestle.steps.core.ScenarioScope;
import io.cucumber.java.en.Given;
import java.time.Duration;
import java.util.List;

/**
 * Steps about real outages. They touch whatever runs, so a scenario that uses one runs alone, and
 * everything is up again before the next one begins.
 */
public final class OutageSteps {

  private static final String STOPPED = "{string} is stopped";
  private static final String PAUSED = "{string} is paused";
  private static final String RESTARTED = "{string} is restarted";
  private static final String BACK = "{string} is back";
  private static final String CUT = "the connection from {string} to {string} is cut";
  private static final String SLOWED =
      "the connection from {string} to {string} is slowed by {duration}";
  private static final String MENDED = "the connection from {string} to {string} is back";

  /** The expressions of all of them. */
  static final List<String> ALL = List.of(STOPPED, PAUSED, RESTARTED, BACK, CUT, SLOWED, MENDED);

  private final Outages outages = new Outages(ScenarioScope.current());

  /** For the object factory. */
  public OutageSteps() {}

  /**
   * A service, a database or a broker ends; it is started again at the scenario's end. The scenario
   * runs alone.
   */
  @Example("Given \"inventory\" is stopped")
  @Given(STOPPED)
  public void stopped(String service) {
    outages.stop(service);
  }

  /**
   * A service does nothing more but keeps its connections, until the scenario's end. The scenario
   * runs alone.
   */
  @Example("Given \"inventory\" is paused")
  @Given(PAUSED)
  public void paused(String service) {
    outages.pause(service);
  }

  /**
   * A service ends and is started again; the next step runs when it is ready. The scenario runs
   * alone.
   */
  @Example("When \"identity\" is restarted")
  @Given(RESTARTED)
  public void restarted(String service) {
    outages.restart(service);
  }

  /** A service that was stopped or paused is there again; the next step runs when it is ready. */
  @Example("When \"inventory\" is back")
  @Given(BACK)
  public void back(String service) {
    outages.back(service);
  }

  /**
   * All connections of a service to another one, a database or a broker are cut, and new ones too,
   * until the scenario's end. The scenario runs alone.
   */
  @Example("Given the connection from \"cart\" to \"postgres\" is cut")
  @Given(CUT)
  public void cut(String consumer, String provider) {
    outages.cut(consumer, provider);
  }

  /**
   * Whatever a service hears from another one, a database or a broker arrives late, until the
   * scenario's end. The scenario runs alone.
   */
  @Example("Given the connection from \"cart\" to \"postgres\" is slowed by 200 ms")
  @Given(SLOWED)
  public void slowed(String consumer, String provider, Duration delay) {
    outages.slow(consumer, provider, delay);
  }

  /** A connection that was cut or slowed is well again. */
  @Example("When the connection from \"cart\" to \"postgres\" is back")
  @Given(MENDED)
  public void mended(String consumer, String provider) {
    outages.mend(consumer, provider);
  }
}

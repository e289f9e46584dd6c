package dev.trestle.steps.faults;

import dev.trestle.steps.core.Example;
import dev.trestle.steps.core.ScenarioScope;
import io.cucumber.java.en.Given;
import java.time.Duration;

/** Steps that break a connection for the running scenario only. */
public final class FaultSteps {

  private final ScenarioScope scope = ScenarioScope.current();
  private final Faults faults = new Faults(scope);

  /** For the object factory. */
  public FaultSteps() {}

  /** A service's calls to another one are answered with a status, and do not reach it. */
  @Example("Given \"inventory\" answers 503 to \"checkout\"")
  @Given("{string} answers {int} to {string}")
  public void answers(String provider, int status, String consumer) {
    faults.answer(provider, status, consumer, null);
  }

  /** Some of a service's calls to another one are answered with a status; * is one segment. */
  @Example("Given \"inventory\" answers 503 to \"checkout\" for \"POST /reservations/*/commit\"")
  @Given("{string} answers {int} to {string} for {string}")
  public void answersFor(String provider, int status, String consumer, String calls) {
    faults.answer(provider, status, consumer, calls);
  }

  /** A service's calls to another one are answered late. */
  @Example("Given \"pricing\" takes 3 s to answer \"cart\"")
  @Given("{string} takes {duration} to answer {string}")
  public void takes(String provider, Duration delay, String consumer) {
    faults.delay(provider, delay, consumer, null);
  }

  /** Some of a service's calls to another one are answered late; * is one segment. */
  @Example("Given \"pricing\" takes 3 s to answer \"cart\" for \"GET /prices/*\"")
  @Given("{string} takes {duration} to answer {string} for {string}")
  public void takesFor(String provider, Duration delay, String consumer, String calls) {
    faults.delay(provider, delay, consumer, calls);
  }

  /** A third party answers as a WireMock stub mapping says. */
  @Example(
      """
      Given the third party "acquirer" answers:
        \"""
        { "request": { "method": "POST", "urlPath": "/authorisations" }, "response": { "status": 402 } }
        \"""
      """)
  @Given("the third party {string} answers:")
  public void thirdPartyAnswers(String name, String mapping) {
    new ThirdParty(scope, name).answers(mapping);
  }

  /** A third party keeps silent at the first of some calls and answers the next ones. */
  @Example("Given the third party \"acquirer\" does not answer the first \"POST /authorisations\"")
  @Given("the third party {string} does not answer the first {string}")
  public void thirdPartyKeepsSilent(String name, String calls) {
    new ThirdParty(scope, name).keepsSilentAtFirst(calls);
  }
}

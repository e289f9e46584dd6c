package dev.trestle.steps.faults;

import dev.trestle.protocol.Fault;
import dev.trestle.protocol.Fault.Change;
import dev.trestle.steps.core.Example;
import dev.trestle.steps.core.ScenarioScope;
import io.cucumber.java.en.Given;
import java.time.Duration;

/**
 * Steps that break a connection for the running scenario only. Each may end with the calls that it
 * means: {@code for "POST /reservations/*"}, where * is one segment, then {@code the first time},
 * {@code the first 2 times} or {@code from call 3 on}; otherwise all are meant.
 */
public final class FaultSteps {

  private final ScenarioScope scope = ScenarioScope.current();
  private final Faults faults = new Faults(scope);

  /** For the object factory. */
  public FaultSteps() {}

  /** A service's calls to another one are answered with a status, and do not reach it. */
  @Example(
      "Given \"inventory\" answers 503 to \"checkout\" for \"POST /reservations/*/commit\" the first 2 times")
  @Given("{string} answers {int} to {string}{whichCalls}")
  public void answers(String provider, int status, String consumer, CallRange calls) {
    faults.answer(provider, status, consumer, calls);
  }

  /** A service is asked by another one, and its answers come late. */
  @Example("Given \"pricing\" takes 3 s to answer \"cart\" for \"GET /prices/*\"")
  @Given("{string} takes {duration} to answer {string}{whichCalls}")
  public void takes(String provider, Duration delay, String consumer, CallRange calls) {
    faults.add(provider, consumer, calls, new Fault.Delay(delay.toMillis()));
  }

  /** A service's calls to another one do not reach it, and get no answer at all. */
  @Example("Given \"pricing\" never answers \"cart\"")
  @Given("{string} never answers {string}{whichCalls}")
  public void neverAnswers(String provider, String consumer, CallRange calls) {
    faults.add(provider, consumer, calls, new Fault.Silence());
  }

  /** A service's calls to another one do not reach it: the connection is reset. */
  @Example("Given \"inventory\" refuses the connections of \"checkout\" from call 2 on")
  @Given("{string} refuses the connections of {string}{whichCalls}")
  public void refuses(String provider, String consumer, CallRange calls) {
    faults.add(provider, consumer, calls, new Fault.Refusal());
  }

  /** A service is asked by another one, and the connection is reset in place of its answers. */
  @Example("Given \"payment\" resets the connections of \"checkout\" for \"POST /payments\"")
  @Given("{string} resets the connections of {string}{whichCalls}")
  public void resets(String provider, String consumer, CallRange calls) {
    faults.add(provider, consumer, calls, new Fault.Reset());
  }

  /**
   * A service is asked by another one, and the connection is reset after half of each answer's
   * body.
   */
  @Example("Given \"pricing\" cuts its answers to \"cart\" half way")
  @Given("{string} cuts its answers to {string} half way{whichCalls}")
  public void cuts(String provider, String consumer, CallRange calls) {
    faults.add(provider, consumer, calls, new Fault.CutShort());
  }

  /** A service's answers to another one are JSON that breaks off in the middle. */
  @Example("Given \"pricing\" answers \"cart\" with malformed JSON")
  @Given("{string} answers {string} with malformed JSON{whichCalls}")
  public void malformed(String provider, String consumer, CallRange calls) {
    faults.add(provider, consumer, calls, new Fault.Changed(Change.MALFORMED, ""));
  }

  /** A service's answers to another one say that they are of another media type. */
  @Example("Given \"pricing\" answers \"cart\" with the content type \"text/html\"")
  @Given("{string} answers {string} with the content type {string}{whichCalls}")
  public void otherType(String provider, String consumer, String mediaType, CallRange calls) {
    faults.add(provider, consumer, calls, new Fault.Changed(Change.CONTENT_TYPE, mediaType));
  }

  /** A service's answers to another one have their status and no body. */
  @Example("Given \"pricing\" answers \"cart\" with an empty body")
  @Given("{string} answers {string} with an empty body{whichCalls}")
  public void empty(String provider, String consumer, CallRange calls) {
    faults.add(provider, consumer, calls, new Fault.Changed(Change.EMPTY, ""));
  }

  /** A service's answers to another one come without a field. */
  @Example("Given \"pricing\" answers \"cart\" without the field \"$.total\" for \"POST /quotes\"")
  @Given("{string} answers {string} without the field {string}{whichCalls}")
  public void without(String provider, String consumer, String path, CallRange calls) {
    faults.changeField(provider, consumer, Change.FIELD_MISSING, path, calls);
  }

  /** A service's answers to another one come with null in a field. */
  @Example("Given \"pricing\" answers \"cart\" with null at \"$.lines[0].net\"")
  @Given("{string} answers {string} with null at {string}{whichCalls}")
  public void withNull(String provider, String consumer, String path, CallRange calls) {
    faults.changeField(provider, consumer, Change.FIELD_NULL, path, calls);
  }

  /**
   * A service's answers to another one come with a field of another type: a text, or a truth value
   * in place of a text.
   */
  @Example("Given \"pricing\" answers \"cart\" with another type at \"$.lines[*].net\"")
  @Given("{string} answers {string} with another type at {string}{whichCalls}")
  public void retyped(String provider, String consumer, String path, CallRange calls) {
    faults.changeField(provider, consumer, Change.FIELD_RETYPED, path, calls);
  }

  /** A service gets each call of another one twice; the first answer is passed on. */
  @Example("Given \"payment\" gets every call of \"checkout\" twice for \"POST /payments\"")
  @Given("{string} gets every call of {string} twice{whichCalls}")
  public void twice(String provider, String consumer, CallRange calls) {
    faults.add(provider, consumer, calls, new Fault.Twice());
  }

  /** A service's calls to another one are harmed no more in this scenario. */
  @Example("When \"inventory\" answers \"checkout\" again")
  @Given("{string} answers {string} again")
  public void again(String provider, String consumer) {
    faults.lift(provider, consumer);
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

package dev.trestle.steps.core.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.trestle.protocol.Secrets;
import dev.trestle.steps.core.ScenarioScope;
import dev.trestle.steps.core.StepFailure;
import dev.trestle.steps.core.compare.SideBySide;
import dev.trestle.steps.core.json.JsonDocument;
import dev.trestle.steps.core.json.JsonSubject;
import dev.trestle.steps.core.json.NotJson;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A response that checks look at: its body is parsed once, and failures show the exchange. */
public final class ReceivedResponse implements JsonSubject {

  private static final int LONGEST_QUOTE = 500;

  private final Exchange exchange;
  private final ScenarioScope scope;
  private @Nullable JsonDocument json;

  /** The response of an exchange. */
  public ReceivedResponse(Exchange exchange, ScenarioScope scope) {
    this.exchange = exchange;
    this.scope = scope;
  }

  /** The exchange. */
  public Exchange exchange() {
    return exchange;
  }

  @Override
  public String name() {
    return "The response";
  }

  @Override
  public String whole() {
    return "The response body";
  }

  @Override
  public JsonDocument document() {
    JsonDocument parsed = json;
    if (parsed == null) {
      parsed = parse();
      json = parsed;
    }
    return parsed;
  }

  private JsonDocument parse() {
    try {
      return JsonDocument.parse(exchange.body());
    } catch (JsonProcessingException e) {
      boolean error = exchange.status() >= 400;
      throw failure(
              error
                  ? "The response status is " + exchange.status() + ", and its body is not JSON."
                  : "The response is not JSON: " + NotJson.reason(e) + ".")
          .causedBy(e);
    }
  }

  @Override
  public StepFailure mismatch(String what, List<String> expected, List<String> actual) {
    return told(what, SideBySide.of(expected, actual) + "\n" + exchange.summary() + ".");
  }

  @Override
  public StepFailure failure(String what) {
    String body = Secrets.mask(exchange.body()); // Half of a secret is not recognised.
    String quote = body.length() > LONGEST_QUOTE ? body.substring(0, LONGEST_QUOTE) + " …" : body;
    return told(what, exchange.summary() + (quote.isBlank() ? ", without a body." : ": " + quote));
  }

  private StepFailure told(String what, String evidence) {
    String log = exchange.request().target().log();
    return StepFailure.of(what)
        .evidence(evidence)
        .look(
            "Look at "
                + scope.where()
                + " and the attachment '"
                + exchange.title()
                + "' of the step that sent it"
                + (log.isEmpty() ? "." : "; the service's log: " + log))
        .fix("Correct the service, or what the step expects.");
  }
}

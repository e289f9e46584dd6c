package dev.trestle.steps.core.runner;

import dev.trestle.protocol.Json;
import dev.trestle.steps.core.FaultNotes;
import dev.trestle.steps.core.internal.EmptyScenarios;
import dev.trestle.steps.core.internal.RunStatement;
import dev.trestle.steps.core.internal.RunningRun;
import dev.trestle.steps.core.internal.UndefinedSteps;
import io.cucumber.core.plugin.MessageFormatter;
import io.cucumber.messages.types.Envelope;
import io.cucumber.messages.types.Exception;
import io.cucumber.messages.types.TestStepFinished;
import io.cucumber.messages.types.TestStepResultStatus;
import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventHandler;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.Status;
import io.cucumber.plugin.event.TestCaseFinished;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A Cucumber plugin that streams Cucumber Messages to the host, with a word on each undefined step.
 */
public final class MessagesPlugin implements ConcurrentEventListener {

  /** The name of the attachment with the message of a failed step and the faults in force. */
  private static final String FAILED_STEP = "Failed step";

  private final OutputStream host;
  private final UndefinedSteps undefined;
  private final EventHandler<Envelope> writer;

  /** For Cucumber, which makes plugins by class name. */
  public MessagesPlugin() {
    this(RunningRun.current().messages(), RunningRun.current().undefinedSteps());
  }

  MessagesPlugin(OutputStream host, UndefinedSteps undefined) {
    this.host = host;
    this.undefined = undefined;
    this.writer = writer(host);
  }

  @Override
  public void setEventPublisher(EventPublisher publisher) {
    publisher.registerHandlerFor(
        io.cucumber.plugin.event.TestStepFinished.class, undefined::finished);
    publisher.registerHandlerFor(Envelope.class, this::write);
    RunStatement statement = RunningRun.current().statement();
    publisher.registerHandlerFor(TestCaseFinished.class, event -> statement.ended(status(event)));
  }

  private static String status(TestCaseFinished event) {
    return EmptyScenarios.problem(event.getTestCase()) == null
        ? event.getResult().getStatus().name()
        : Status.FAILED.name();
  }

  /** Evidence goes into Allure's results; the host would only drop it again. */
  void write(Envelope envelope) {
    if (envelope.getAttachment().isPresent()) {
      return;
    }
    envelope.getTestStepFinished().ifPresent(this::explain);
    writer.receive(envelope);
  }

  private void explain(TestStepFinished step) {
    String word = undefined.explanation(step.getTestStepId());
    if (word != null) {
      attach(step, UndefinedSteps.ATTACHMENT, word);
    } else if (step.getTestStepResult().getStatus() == TestStepResultStatus.FAILED) {
      String noted =
          step.getTestStepResult()
              .getException()
              .flatMap(Exception::getMessage)
              .map(message -> FaultNotes.added(step.getTestStepId(), message))
              .orElse(null);
      if (noted != null) {
        attach(step, FAILED_STEP, noted);
      }
    }
  }

  private void attach(TestStepFinished step, String name, String word) {
    Map<String, Object> attachment = new LinkedHashMap<>();
    attachment.put("body", word);
    attachment.put("contentEncoding", "IDENTITY");
    attachment.put("fileName", name);
    attachment.put("mediaType", "text/plain");
    attachment.put("testCaseStartedId", step.getTestCaseStartedId());
    attachment.put("testStepId", step.getTestStepId());
    String line = Json.write(Map.of("attachment", attachment)) + "\n";
    try {
      host.write(line.getBytes(StandardCharsets.UTF_8));
      host.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Cucumber's own writer, fed by hand so that lines can be added between its own. */
  private static EventHandler<Envelope> writer(OutputStream host) {
    Captured captured = new Captured();
    new MessageFormatter(host).setEventPublisher(captured);
    return Objects.requireNonNull(captured.envelopes, "Cucumber's message writer has changed.");
  }

  private static final class Captured implements EventPublisher {

    private @Nullable EventHandler<Envelope> envelopes;

    @Override
    @SuppressWarnings("unchecked") // The handler is for the type beside it.
    public <T> void registerHandlerFor(Class<T> eventType, EventHandler<T> handler) {
      if (eventType == Envelope.class) {
        envelopes = (EventHandler<Envelope>) handler;
      }
    }

    @Override
    public <T> void removeHandlerFor(Class<T> eventType, EventHandler<T> handler) {}
  }
}

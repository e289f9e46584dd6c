package dev.trestle.host.contract;

import dev.trestle.contract.AsyncApi;
import dev.trestle.contract.DocumentException;
import dev.trestle.contract.OpenApi;
import dev.trestle.contract.Operation;
import dev.trestle.contract.Problem;
import dev.trestle.host.contract.Checked.Extent;
import dev.trestle.host.topic.TopicMessage;
import dev.trestle.protocol.ContractResult;
import dev.trestle.protocol.Protocol;
import java.lang.System.Logger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Checks what passes the edges of an environment by the documents of the services, behind the
 * exchanges' backs: nothing that passes waits for it. Safe for use by many threads.
 */
public final class Contracts implements AutoCloseable {

  private static final Logger LOG = System.getLogger(Contracts.class.getName());
  private static final String OPENAPI = "an OpenAPI document of version 3";
  private static final String ASYNCAPI = "an AsyncAPI document of version 2 or 3";
  private static final long MOST_BYTES = 8_000_000;

  /** How long a scenario's end waits for the last checks of its own. */
  private static final Duration SCENARIO_BOUND = Duration.ofSeconds(1);

  private static final Duration RUN_BOUND = Duration.ofSeconds(15);

  private final Documents<OpenApi> documents = new Documents<>(OpenApi::read);
  private final Documents<AsyncApi> messageDocuments = new Documents<>(AsyncApi::read);
  private final TopicChecks topics = new TopicChecks();
  private final UnaryOperator<@Nullable String> traceIds;
  private final Predicate<String> isOfRun;
  private final Backlog backlog;
  private volatile Round round = new Round(ContractPlan.nothing());

  /**
   * Nothing is checked yet.
   *
   * @param traceIds the trace id of a {@code traceparent}, empty when it has none
   * @param isOfRun whether a trace id is that of a scenario of the run, not of an earlier one
   */
  public Contracts(UnaryOperator<@Nullable String> traceIds, Predicate<String> isOfRun) {
    this(traceIds, isOfRun, MOST_BYTES);
  }

  Contracts(UnaryOperator<@Nullable String> traceIds, Predicate<String> isOfRun, long mostBytes) {
    this.traceIds = traceIds;
    this.isOfRun = isOfRun;
    this.backlog = new Backlog(mostBytes);
  }

  /** A run begins: what earlier ones found is forgotten, documents that changed are read anew. */
  public void begin(ContractPlan plan) {
    topics.close();
    Instant since = Instant.now();
    Round begun = new Round(plan);
    round = begun;
    for (MessageContract contract : plan.messages()) {
      backlog.add(0, () -> begin(begun, contract, since));
    }
    // Ahead of the first exchange, whose scenario would wait for it at its end.
    plan.openApi().forEach((name, file) -> backlog.add(0, () -> read(begun, name, file)));
  }

  private void begin(Round begun, MessageContract contract, Instant since) {
    try {
      topics.begin(
          contract,
          messageDocuments.of(contract.document()),
          since,
          (message, checks) -> add(begun, message, checks));
    } catch (DocumentException e) {
      begun.add(unusable(contract.provider(), contract.document(), ASYNCAPI, e));
    }
  }

  private void add(Round current, TopicMessage message, MessageChecks checks) {
    String traceId = traceIds.apply(message.headers().get(Protocol.TRACEPARENT));
    if (traceId != null && !traceId.isEmpty() && !isOfRun.test(traceId)) {
      return; // An earlier run's scenario is over; what its services still send is nobody's.
    }
    current.added();
    backlog.add(
        message.bytes() * 2,
        () -> check(current, checks.provider(), () -> current.add(checks.of(message), traceId)));
  }

  private void read(Round begun, String provider, Path file) {
    try {
      begun.read(provider, documents.of(file));
    } catch (DocumentException e) {
      begun.add(unusable(provider, file, OPENAPI, e));
    }
  }

  /** Whether calls of a provider are checked. */
  public boolean covers(String provider) {
    return round.covers(provider);
  }

  /**
   * A call is over; returns at once.
   *
   * @param provider who was called
   * @param bytes what the call holds
   * @param call makes it, later and on another thread
   * @param whenChecked what to do when all of it could be checked
   */
  public void add(String provider, int bytes, Supplier<Call> call, Runnable whenChecked) {
    Round current = round;
    if (current.covers(provider)) {
      current.added();
      backlog.add(
          bytes,
          () -> check(current, provider, () -> check(current, provider, call.get(), whenChecked)));
    }
  }

  private static void check(Round current, String provider, Call call, Runnable whenChecked) {
    Optional<OpenApi> document = current.document(provider);
    if (document.isEmpty()) {
      return; // Told when the run began; the call stays unchecked.
    }
    boolean own = current.isOwnAnswer(provider, call.traceId());
    Checked result = CallCheck.of(document.get(), own ? call : call.unanswered());
    current.add(result, call.traceId());
    if (result.extent() == Extent.WHOLE) {
      whenChecked.run();
    }
  }

  /** Whatever happens in a check, the next one goes on. */
  private static void check(Round current, String provider, Runnable work) {
    try {
      work.run();
    } catch (DocumentException e) {
      current.add(unusable(provider, e.file(), "a document without such references", e));
    } catch (RuntimeException | StackOverflowError e) {
      LOG.log(Logger.Level.WARNING, "Something of '" + provider + "' was not checked.", e);
    }
  }

  private static Violation unusable(
      String provider, Path file, String expected, DocumentException e) {
    Problem problem = new Problem("", "unusable document", expected, e.evidence(), "");
    return new Violation("", provider, "", "document", 0, problem, file);
  }

  /** A scenario says itself what a provider answers it, which may be wrong on purpose. */
  public void answersItself(String provider, String traceId) {
    round.answersItself(provider, traceId);
  }

  /** A scenario has a name. */
  public void name(String traceId, String name) {
    round.name(traceId, name);
  }

  /** What was found in a scenario; waits a little for what is being checked. */
  public List<ContractResult.Finding> of(String traceId) {
    backlog.await(SCENARIO_BOUND);
    return round.of(traceId);
  }

  /** What was found since the run began; waits, within a bound, until all is checked. */
  public ContractResult finish() {
    Round current = round;
    backlog.await(RUN_BOUND);
    for (int left = topics.finish(); left > 0; left--) {
      current.added(); // What it has not read is unchecked.
    }
    backlog.await(RUN_BOUND);
    return current.result();
  }

  /** The operations of a document, such as {@code GET /carts/{id}}; none when it is unusable. */
  public List<String> operations(Path file) {
    try {
      return documents.of(file).operations().stream().map(Operation::signature).toList();
    } catch (DocumentException e) {
      return List.of(); // Found when the run began, or by the steps that check by it.
    }
  }

  @Override
  public void close() {
    topics.close();
    backlog.close();
  }
}

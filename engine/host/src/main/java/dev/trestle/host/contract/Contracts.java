package dev.trestle.host.contract;

import dev.trestle.contract.DocumentException;
import dev.trestle.contract.OpenApi;
import dev.trestle.contract.Operation;
import dev.trestle.contract.Problem;
import dev.trestle.host.contract.Checked.Extent;
import dev.trestle.protocol.ContractResult;
import java.lang.System.Logger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Checks what passes the edges of an environment by the documents of the services, behind the
 * exchanges' backs: nothing that passes waits for it. Safe for use by many threads.
 */
public final class Contracts implements AutoCloseable {

  private static final Logger LOG = System.getLogger(Contracts.class.getName());
  private static final long MOST_BYTES = 8_000_000;

  /** How long a scenario's end waits for the last checks of its own. */
  private static final Duration SCENARIO_BOUND = Duration.ofSeconds(1);

  private static final Duration RUN_BOUND = Duration.ofSeconds(15);

  private final Documents<OpenApi> documents = new Documents<>(OpenApi::read);
  private final Backlog backlog;
  private volatile Round round = new Round(ContractMode.OFF, Set.of(), Path.of(""));

  /** Nothing is checked yet. */
  public Contracts() {
    this(MOST_BYTES);
  }

  Contracts(long mostBytes) {
    this.backlog = new Backlog(mostBytes);
  }

  /**
   * A run begins: what earlier ones found is forgotten, documents that changed are read anew.
   *
   * @param mode what is done
   * @param byProvider the documents of the services
   * @param directory the folder to which documents are named relative
   */
  public void begin(ContractMode mode, Map<String, Path> byProvider, Path directory) {
    Round begun = new Round(mode, byProvider.keySet(), directory);
    round = begun;
    if (mode != ContractMode.OFF) {
      // Ahead of the first exchange, whose scenario would wait for it at its end.
      byProvider.forEach((name, file) -> backlog.add(0, () -> read(begun, name, file)));
    }
  }

  private void read(Round begun, String provider, Path file) {
    try {
      begun.read(provider, documents.of(file));
    } catch (DocumentException e) {
      begun.add(unusable(provider, file, e));
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
      backlog.add(bytes, () -> check(current, provider, call, whenChecked));
    }
  }

  private static void check(
      Round current, String provider, Supplier<Call> made, Runnable whenChecked) {
    Optional<OpenApi> document = current.document(provider);
    if (document.isEmpty()) {
      return; // Told when the run began; the call stays unchecked.
    }
    try {
      Call call = made.get();
      Checked result = CallCheck.of(document.get(), call);
      current.add(result, call.traceId());
      if (result.extent() == Extent.WHOLE) {
        whenChecked.run();
      }
    } catch (DocumentException e) {
      current.add(unusable(provider, document.get().file(), e));
    } catch (RuntimeException | StackOverflowError e) {
      LOG.log(Logger.Level.WARNING, "A call of " + provider + " was not checked.", e);
    }
  }

  private static Violation unusable(String provider, Path file, DocumentException e) {
    Problem problem =
        new Problem("", "unusable document", "an OpenAPI document of version 3", e.evidence(), "");
    return new Violation("", provider, "", "document", 0, problem, file);
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
    backlog.await(RUN_BOUND);
    return round.result();
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
    backlog.close();
  }
}

package dev.trestle.host.edge;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * What services call by themselves, such as the health of another one each second: the operations
 * that they called while nothing ran. A call without a trace id that a service makes in a
 * scenario's time is its background work only when it is of such an operation; any other may be
 * work of the scenario that the service does on another thread. Not safe for use by many threads.
 */
final class BackgroundWork {

  /** What a scenario or a person has caused is over so long after its end. */
  private static final long AFTERMATH = TimeUnit.SECONDS.toNanos(10);

  /** More than that have numbers in their paths that never come again. */
  private static final int MOST_OPERATIONS = 1_000;

  private final LongSupplier nanos;
  private final Set<Operation> operations = new HashSet<>();
  private final Set<String> propagating = new HashSet<>();
  private boolean runs;
  private boolean wasUsed;
  private long lastUse;

  /** A method, a path and the names of parameters on an edge. */
  record Operation(
      String consumer, String provider, String method, String path, Set<String> parameters) {

    /** The one that a request calls. */
    static Operation of(Exchange exchange) {
      Edge edge = exchange.edge();
      Head request = exchange.request();
      return new Operation(
          edge.consumer(),
          edge.provider(),
          request.method(),
          request.pathAlone(),
          parameters(request.path()));
    }

    private static Set<String> parameters(String path) {
      Set<String> names = new TreeSet<>();
      int query = path.indexOf('?');
      if (query >= 0) {
        for (String each : path.substring(query + 1).split("&", -1)) {
          names.add(each.split("=", 2)[0]);
        }
      }
      return names;
    }
  }

  /**
   * None is known yet, and nothing runs.
   *
   * @param nanos says what time it is, as {@link System#nanoTime} does
   */
  BackgroundWork(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** A run begins, in which nobody can tell what is background work. */
  void beginRun() {
    runs = true;
  }

  /** A run is over, and so will be soon what its scenarios caused. */
  void endRun() {
    runs = false;
    used();
  }

  private void used() {
    wasUsed = true;
    lastUse = nanos.getAsLong();
  }

  /** Learns from a request that was received. */
  void begun(Exchange exchange) {
    boolean isOfTest = exchange.edge().consumer().equals(Edge.TEST);
    if (isOfTest || !exchange.traceId().isEmpty()) {
      used();
      if (!isOfTest) {
        propagating.add(exchange.edge().consumer());
      }
    } else if (isQuiet() && operations.size() < MOST_OPERATIONS) {
      operations.add(Operation.of(exchange));
    }
  }

  private boolean isQuiet() {
    return !runs && (!wasUsed || nanos.getAsLong() - lastUse >= AFTERMATH);
  }

  /**
   * Whether a call without a trace id is background work.
   *
   * @param operation what it calls
   * @param answering whether its consumer answers a scenario's call: then it is only when the
   *     consumer is known to send the trace id on
   */
  boolean has(Operation operation, boolean answering) {
    return operations.contains(operation)
        && (!answering || propagating.contains(operation.consumer()));
  }
}

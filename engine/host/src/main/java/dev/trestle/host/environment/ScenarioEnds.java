package dev.trestle.host.environment;

import dev.trestle.host.edge.Edges;
import dev.trestle.host.edge.UnusedFaults;
import dev.trestle.protocol.ContractResult;
import dev.trestle.protocol.ScenarioEnd;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Says what became of the faults of scenarios that end. Safe for use by many threads. */
final class ScenarioEnds {

  private final Edges edges;
  private final Queue<String> warnings = new ConcurrentLinkedQueue<>();
  private volatile UnusedFaults.Mode unusedFaults = UnusedFaults.Mode.FAIL;

  ScenarioEnds(Edges edges) {
    this.edges = edges;
  }

  /** A run begins; the warnings of earlier ones are forgotten. */
  void beginRun(UnusedFaults.Mode unused) {
    warnings.clear();
    unusedFaults = unused;
  }

  /** Ends the faults of a scenario. */
  ScenarioEnd end(String traceId, String name, String location, boolean faultsMayBeUnused) {
    Edges.EndedFaults faults = edges.endScenario(traceId, name, location);
    boolean areTold = unusedFaults != UnusedFaults.Mode.OFF && !faultsMayBeUnused;
    if (areTold && unusedFaults == UnusedFaults.Mode.WARN) {
      faults.unused().forEach(message -> warnings.add(name + " (" + location + "):\n" + message));
    }
    if (areTold) {
      faults.unmet().forEach(message -> warnings.add(name + " (" + location + "):\n" + message));
    }
    return new ScenarioEnd(
        faults.lines(),
        edges.contracts().of(traceId).stream().map(ContractResult.Finding::told).toList(),
        areTold ? faults.unused() : List.of(),
        unusedFaults == UnusedFaults.Mode.FAIL);
  }

  /** What a person should know of the run that began last: unused faults and lost traces. */
  List<String> warnings() {
    List<String> all = new ArrayList<>(warnings);
    all.addAll(edges.lostTraces());
    return all;
  }
}

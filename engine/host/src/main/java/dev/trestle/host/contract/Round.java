package dev.trestle.host.contract;

import dev.trestle.contract.OpenApi;
import dev.trestle.host.contract.Checked.Extent;
import dev.trestle.protocol.ContractResult;
import dev.trestle.protocol.ContractResult.Finding;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What was checked and found in one run. Safe for use by many threads. */
final class Round {

  private final ContractMode mode;
  private final Set<String> providers;
  private final Map<String, OpenApi> documents = new HashMap<>();
  private final Findings findings;
  private final Set<String> stubbed = new HashSet<>();
  private final Map<String, String> names = new HashMap<>();
  private int added;
  private int checked;
  private int passedOver;

  /**
   * A run begins.
   *
   * @param plan what is checked
   */
  Round(ContractPlan plan) {
    this.mode = plan.mode();
    this.providers = plan.openApi().keySet();
    this.findings = new Findings(plan.directory());
  }

  boolean covers(String provider) {
    return providers.contains(provider);
  }

  /** The document of a provider was read. */
  synchronized void read(String provider, OpenApi document) {
    documents.put(provider, document);
  }

  /** The document of a provider, none when it is unusable. */
  synchronized Optional<OpenApi> document(String provider) {
    return Optional.ofNullable(documents.get(provider));
  }

  /** A scenario says itself what a provider answers it. */
  synchronized void answersItself(String provider, String traceId) {
    stubbed.add(provider + " " + traceId);
  }

  /** Whether an answer in a scenario is the provider's own. */
  synchronized boolean isOwnAnswer(String provider, String traceId) {
    return !stubbed.contains(provider + " " + traceId);
  }

  synchronized void added() {
    added++;
  }

  /** A check is over. */
  synchronized void add(Checked result, String traceId) {
    checked += result.extent() == Extent.WHOLE ? 1 : 0;
    passedOver += result.extent() == Extent.NOTHING ? 1 : 0;
    result.violations().forEach(violation -> findings.add(violation, traceId));
  }

  /** Something was found apart from any call. */
  synchronized void add(Violation violation) {
    findings.add(violation, "");
  }

  synchronized void name(String traceId, String name) {
    names.put(traceId, name);
  }

  synchronized List<Finding> of(String traceId) {
    return findings.of(traceId);
  }

  /** The result by now; what is not checked yet is unchecked. */
  synchronized ContractResult result() {
    return new ContractResult(
        mode.word(),
        checked,
        added - checked - passedOver,
        findings.all(id -> names.getOrDefault(id, id)),
        findings.omitted());
  }
}

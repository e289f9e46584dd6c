package dev.trestle.host.report;

import dev.trestle.protocol.Json;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the check of contracts found, as the file of interactions has it.
 *
 * @param checked how many interactions were checked
 * @param unchecked how many could not be
 * @param findings what was found
 */
record ContractFindings(long checked, long unchecked, List<Finding> findings) {

  /**
   * One finding.
   *
   * @param edge consumer and provider
   * @param operation method and path, or channel
   * @param problem what is wrong, and where
   * @param count how often
   */
  record Finding(String edge, String operation, String problem, long count) {}

  /** What a file has; null when contracts were not checked. */
  static @Nullable ContractFindings of(String json) {
    return Json.parse(json) instanceof Map<?, ?> file
            && file.get("contracts") instanceof Map<?, ?> contracts
        ? read(contracts)
        : null;
  }

  private static ContractFindings read(Map<?, ?> contracts) {
    List<?> findings = contracts.get("findings") instanceof List<?> list ? list : List.of();
    return new ContractFindings(
        number(contracts.get("checked")),
        number(contracts.get("unchecked")),
        findings.stream()
            .filter(Map.class::isInstance)
            .map(finding -> finding((Map<?, ?>) finding))
            .toList());
  }

  private static Finding finding(Map<?, ?> finding) {
    return new Finding(
        edge(text(finding.get("consumer")), text(finding.get("provider"))),
        text(finding.get("operation")),
        "%s %s: %s"
            .formatted(
                text(finding.get("part")),
                text(finding.get("pointer")),
                text(finding.get("problem")))
            .strip(),
        number(finding.get("count")));
  }

  /** Of a message it may not be known who reads it. */
  private static String edge(String consumer, String provider) {
    return consumer.isEmpty() ? provider : consumer + " -> " + provider;
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : String.valueOf(value);
  }

  private static long number(@Nullable Object value) {
    return value instanceof Number number ? number.longValue() : 0;
  }
}

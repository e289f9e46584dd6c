package dev.trestle.host.report;

import dev.trestle.host.edge.InteractionReport;
import dev.trestle.protocol.ContractResult;
import dev.trestle.protocol.InteractionCoverage;
import dev.trestle.protocol.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The matrix of edges and outcomes for a pull request or a build's summary. */
final class InteractionsMarkdown {

  private static final int MOST_LINES = 50;

  private static final List<String> OUTCOMES =
      List.of(
          "exercised",
          "slow",
          "timed-out",
          "refused",
          "error-status",
          "malformed",
          "unauthorized",
          "contract-checked");

  private final InteractionReport report;
  private final StringBuilder out = new StringBuilder();

  InteractionsMarkdown(InteractionReport report) {
    this.report = report;
  }

  /** All of it. */
  String text() {
    out.append("## Interactions\n\n");
    coverage();
    matrix();
    list("Findings", findings());
    list("Operations never called", neverCalled());
    return out.toString();
  }

  private void coverage() {
    InteractionReport.Cells cells = report.coverage();
    int empty = cells.empty().size();
    String percent =
        new InteractionCoverage(cells.all(), cells.filled(), List.of(), "").shownPercent();
    if (cells.all() > 0) {
      out.append("**").append(percent).append(" %** of ").append(cells.all());
      out.append(" cells between services are filled, ");
      out.append(empty == 0 ? "none is empty" : empty + (empty == 1 ? " is" : " are") + " empty");
      out.append(". Each number is one of scenarios.\n\n");
    }
  }

  private void matrix() {
    List<String> columns = OUTCOMES.stream().filter(this::isShown).toList();
    out.append("| connection | ").append(String.join(" | ", columns)).append(" |\n|---");
    out.append("|:-:".repeat(columns.size())).append("|\n");
    for (InteractionReport.Edge edge : report.edges()) {
      out.append("| ").append(inTable(name(edge))).append(remark(edge));
      columns.forEach(outcome -> out.append(" | ").append(cell(edge, outcome)));
      out.append(" |\n");
    }
  }

  /** Not every run checks contracts. */
  private boolean isShown(String outcome) {
    return !outcome.equals("contract-checked")
        || report.edges().stream()
            .anyMatch(e -> e.applicable().contains(outcome) || e.outcomes().containsKey(outcome));
  }

  private static String name(InteractionReport.Edge edge) {
    return edge.consumer() + " → " + edge.provider();
  }

  private static String remark(InteractionReport.Edge edge) {
    String kind = edge.kind().equals("HTTP") ? "" : " " + edge.kind();
    return edge.observed() ? kind : kind + " not observed";
  }

  private static String cell(InteractionReport.Edge edge, String outcome) {
    List<String> scenarios = edge.outcomes().get(outcome);
    if (scenarios == null) {
      return edge.applicable().contains(outcome) ? "**EMPTY**" : "–";
    }
    String more = edge.unattributed().contains(outcome) ? "+" : "";
    return scenarios.isEmpty() ? "seen" : scenarios.size() + more;
  }

  private List<String> findings() {
    List<String> findings = new ArrayList<>();
    report.lost().stream()
        .collect(
            Collectors.groupingBy(
                InteractionReport.Lost::consumer, TreeMap::new, Collectors.toList()))
        .forEach((consumer, lost) -> findings.add(lost(consumer, lost)));
    report.contracts().findings().forEach(finding -> findings.add(contract(finding)));
    return findings;
  }

  private static String lost(String consumer, List<InteractionReport.Lost> lost) {
    int count = lost.stream().mapToInt(InteractionReport.Lost::count).sum();
    List<String> where =
        lost.stream().map(each -> code(each.provider() + " " + each.operation())).toList();
    return "%s dropped the trace of %d %s: %s"
        .formatted(code(consumer), count, count == 1 ? "call" : "calls", String.join(", ", where));
  }

  private static String contract(ContractResult.Finding finding) {
    String edge =
        finding.consumer().isEmpty()
            ? finding.provider() // of a message it may not be known who reads it
            : finding.consumer() + " -> " + finding.provider();
    String problem = "%s %s: %s".formatted(finding.part(), finding.pointer(), finding.problem());
    return "%s breaks the contract of %s, %s (%d ×)"
        .formatted(code(edge), code(finding.operation()), code(problem), finding.count());
  }

  private List<String> neverCalled() {
    return report.services().stream()
        .filter(service -> !service.neverCalled().isEmpty())
        .map(
            service ->
                "%s, %d of %d: %s"
                    .formatted(
                        code(service.name()),
                        service.neverCalled().size(),
                        service.operations(),
                        String.join(
                            ", ",
                            service.neverCalled().stream()
                                .map(InteractionsMarkdown::code)
                                .toList())))
        .toList();
  }

  private void list(String title, List<String> lines) {
    if (!lines.isEmpty()) {
      out.append("\n### ").append(title).append("\n\n");
      lines.stream().limit(MOST_LINES).forEach(line -> out.append("- ").append(line).append('\n'));
      if (lines.size() > MOST_LINES) {
        out.append("- … and ").append(lines.size() - MOST_LINES).append(" more\n");
      }
    }
  }

  /** A code span, in which nothing but a backtick means anything. */
  private static String code(String text) {
    return "`" + VisibleText.of(text.replaceAll("\\s+", " ")).replace('`', '\'') + "`";
  }

  private static String inTable(String text) {
    return code(text).replace("|", "\\|");
  }
}

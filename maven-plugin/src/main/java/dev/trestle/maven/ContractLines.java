package dev.trestle.maven;

import dev.trestle.protocol.ContractResult;
import dev.trestle.protocol.ContractResult.Finding;
import java.util.ArrayList;
import java.util.List;

/** What was found by documents, for Maven's console. */
final class ContractLines {

  private static final int MOST_FINDINGS = 10;
  private static final int MOST_SCENARIOS = 3;
  private static final String FILE = "target/trestle/interactions.json";

  private final ContractResult result;

  ContractLines(ContractResult result) {
    this.result = result;
  }

  /** One line of figures; empty when nothing was there to be checked. */
  String figures() {
    if (result.checked() + result.unchecked() == 0) {
      return "";
    }
    String unchecked =
        result.unchecked() == 0 ? "" : ", " + result.unchecked() + " could not be, or in part only";
    return "Contracts: " + Counts.of(result.checked(), "interaction") + " checked" + unchecked;
  }

  /** The findings, the first of them in whole. */
  List<String> findings() {
    List<String> lines = new ArrayList<>();
    List<Finding> shown = result.findings().stream().limit(MOST_FINDINGS).toList();
    for (int i = 0; i < shown.size(); i++) {
      lines.add("");
      add(i + 1 + ") ", shown.get(i), lines);
    }
    if (result.total() > shown.size()) {
      lines.add("");
      lines.add("… and " + (result.total() - shown.size()) + " more in " + FILE);
    }
    return lines;
  }

  private static void add(String number, Finding finding, List<String> lines) {
    List<String> told = finding.told().lines().toList();
    lines.add(number + told.get(0));
    told.stream().skip(1).forEach(line -> lines.add("   " + line));
    String often = finding.count() == 1 ? "once" : finding.count() + " times";
    lines.add("   " + often + scenarios(finding.scenarios()));
  }

  private static String scenarios(List<String> names) {
    if (names.isEmpty()) {
      return "";
    }
    String more =
        names.size() > MOST_SCENARIOS ? ", and " + (names.size() - MOST_SCENARIOS) + " more" : "";
    return ", in: " + String.join(", ", names.stream().limit(MOST_SCENARIOS).toList()) + more;
  }

  /** What the findings mean and what to do, in four parts. */
  String message() {
    return Counts.of(result.total(), "violation")
        + " of contracts found in "
        + Counts.of(result.checked() + result.unchecked(), "interaction")
        + ".\nThey are named above with the place in the document.\nAll of them: "
        + FILE
        + ".\nCorrect the service or its document"
        + (result.isRed() ? ", or let the build pass with -Dtrestle.contracts=warn." : ".");
  }
}

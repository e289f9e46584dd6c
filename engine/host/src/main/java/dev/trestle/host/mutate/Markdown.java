package dev.trestle.host.mutate;

import dev.trestle.protocol.MutationOutcome;
import dev.trestle.protocol.MutationOutcome.Edge;

/** The outcome as a page for people. */
final class Markdown {

  private final MutationOutcome outcome;

  Markdown(MutationOutcome outcome) {
    this.outcome = outcome;
  }

  String text() {
    StringBuilder text = new StringBuilder("# Would the scenarios notice?\n\n");
    text.append("| connection | mutants | killed | timed out | survived | of unwatched fields |");
    text.append(" not applied | undecided | score | of watched fields |\n");
    text.append("|---|---|---|---|---|---|---|---|---|---|\n");
    outcome.edges().forEach(edge -> row(edge, text));
    row(outcome.total(), text);
    if (outcome.scenariosPerMutant() > 0) {
      text.append("\nEach mutant was tried in at most ")
          .append(outcome.scenariosPerMutant())
          .append(" scenarios.\n");
    }
    list("Survivors", outcome.survivors(), text);
    list("Unwatched fields", outcome.unwatched(), text);
    list("Not applied", outcome.notApplied(), text);
    list("Scenarios that were not used", outcome.excluded(), text);
    return text.toString();
  }

  private static void row(Edge edge, StringBuilder text) {
    text.append(
        "| %s | %d | %d | %d | %d | %d | %d | %d | %s | %s |%n"
            .formatted(
                edge.name(),
                edge.mutants(),
                edge.killed(),
                edge.timedOut(),
                edge.survived(),
                edge.unwatched(),
                edge.notApplied(),
                edge.undecided(),
                percent(edge.score()),
                percent(edge.watchedScore())));
  }

  private static String percent(int score) {
    return score < 0 ? "" : score + " %";
  }

  private static void list(String title, Iterable<String> lines, StringBuilder text) {
    String heading = "\n## " + title + "\n\n";
    for (String line : lines) {
      text.append(heading).append("- ").append(plain(line)).append('\n');
      heading = "";
    }
  }

  /** One line without HTML, which scenarios' names may look like; what is in backticks is none. */
  private static String plain(String line) {
    String[] parts = line.replaceAll("\\s+", " ").split("`", -1);
    for (int i = 0; i < parts.length; i += 2) {
      parts[i] = parts[i].replace("&", "&amp;").replace("<", "&lt;");
    }
    return String.join("`", parts);
  }
}

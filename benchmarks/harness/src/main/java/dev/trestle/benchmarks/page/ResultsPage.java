package dev.trestle.benchmarks.page;

import dev.trestle.benchmarks.plan.Shape;
import dev.trestle.benchmarks.stack.Project;
import dev.trestle.benchmarks.stack.Stack;
import dev.trestle.benchmarks.store.Figure;
import dev.trestle.benchmarks.store.Machine;
import dev.trestle.benchmarks.store.Measurement;
import dev.trestle.benchmarks.store.Proof;
import dev.trestle.benchmarks.store.Results;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** RESULTS.md. */
public final class ResultsPage {

  private final Results results;
  private final List<Stack> stacks;
  private final String notes;
  private final Medians medians;
  private final StringBuilder text = new StringBuilder();

  /**
   * A page of results.
   *
   * @param results what was measured
   * @param stacks all that can be measured
   * @param notes what a person found out about it, in Markdown
   */
  public ResultsPage(Results results, List<Stack> stacks, String notes) {
    this.results = results;
    this.notes = notes;
    this.stacks = stacks;
    this.medians = new Medians(results, stacks);
  }

  /** The whole page, in Markdown. */
  public String markdown() {
    paragraph("# Results");
    paragraph(
        "Made by `benchmarks/run` from `results.json`; do not edit. One scenario is 5 HTTP calls and"
            + " 8 checks; N is how many scenarios a build runs. Wall and CPU are medians in seconds"
            + " with their range; memory is the peak of the sum of resident set sizes of the whole"
            + " process tree. [README.md](README.md) says how it is measured.");
    machine();
    section("Targets", new Targets(medians, results).table());
    paragraph(notes.strip());
    if (!results.measurements().isEmpty()) {
      paragraph("![Wall time by stack](results.svg)");
    }
    for (Shape shape : medians.shapes()) {
      section(shape.toString(), new ShapeTable(medians, shape).table());
    }
    section("One more scenario", new SlopeTable(medians, stacks).table());
    section(
        "Report alone, with 512 MB of heap", new FigureTable(results.figures(), "report").table());
    section("Warm inner loop", new FigureTable(results.figures(), "warm").table());
    section("Environment", new FigureTable(results.figures(), "environment").table());
    section("A hop through an edge", new EdgeTable(new Figured(results.figures())).table());
    section("Edges", new FigureTable(results.figures(), "edges").table());
    section("Checks proved", proofs());
    section("Versions", versions());
    return text.toString();
  }

  private void machine() {
    Machine machine = results.machine();
    if (machine == null) {
      return;
    }
    paragraph(
        String.format(
            Locale.ROOT,
            "%s, %d cores, %,d MB; %s; %s; %s. Trestle at %s. Measured %s.",
            machine.processor(),
            machine.cores(),
            machine.memory(),
            machine.kernel(),
            machine.java(),
            machine.maven(),
            revisions(),
            days()));
  }

  private String revisions() {
    return Stream.concat(
            results.measurements().stream().map(Measurement::revision),
            results.figures().stream().map(Figure::revision))
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private String days() {
    return Stream.concat(
            results.measurements().stream().map(Measurement::at),
            results.figures().stream().map(Figure::at))
        .map(time -> time.substring(0, 10))
        .distinct()
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private MarkdownTable proofs() {
    MarkdownTable table =
        new MarkdownTable("stack", "passes when right; fails when this check is falsified", "on");
    for (Stack stack : stacks) {
      for (Proof proof : results.proofs()) {
        if (proof.stack().equals(stack.name())) {
          table.row(stack.title(), caught(proof), proof.at().substring(0, 10));
        }
      }
    }
    return table;
  }

  private static String caught(Proof proof) {
    return proof.complete()
        ? "all of 1 to " + Proof.CHECKS
        : "**only " + proof.caught() + " of 1 to " + Proof.CHECKS + "**";
  }

  private MarkdownTable versions() {
    MarkdownTable table = new MarkdownTable("stack", "versions");
    for (Stack stack : stacks) {
      Map<String, String> versions = new Project(stack.project()).versions();
      if (!versions.isEmpty()) {
        table.row(
            stack.title(),
            versions.entrySet().stream()
                .map(version -> version.getKey().replace('.', ' ') + " " + version.getValue())
                .collect(Collectors.joining(", ")));
      }
    }
    return table;
  }

  private void section(String title, MarkdownTable table) {
    if (!table.isEmpty()) {
      paragraph("## " + title);
      paragraph(table.toString().stripTrailing());
    }
  }

  private void paragraph(String paragraph) {
    text.append(text.length() == 0 ? "" : "\n").append(paragraph).append('\n');
  }
}

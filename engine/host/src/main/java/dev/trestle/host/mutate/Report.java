package dev.trestle.host.mutate;

import dev.trestle.host.report.AtomicFile;
import dev.trestle.protocol.EarlierResults;
import dev.trestle.protocol.JsonRecords;
import dev.trestle.protocol.MutationOutcome;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What was found, for people and for tools. */
final class Report {

  static final String JSON = EarlierResults.MUTATIONS;
  static final String MARKDOWN = EarlierResults.MUTATIONS_MARKDOWN;

  private static final int MOST_NAMES = 3;

  private final Recording recording;
  private final List<Mutant> mutants;
  private final Ledger ledger;
  private final int most;

  /**
   * The file for tools.
   *
   * @param score the percentage of all mutants with an effect that were detected, -1 for none
   * @param watchedScore the same without the mutants of unwatched fields
   * @param edges the counts of each edge
   * @param mutants every mutant
   * @param excluded scenarios that were not used, each with the reason
   */
  record Written(
      int score,
      int watchedScore,
      List<MutationOutcome.Edge> edges,
      List<Row> mutants,
      List<String> excluded) {}

  /**
   * A mutant.
   *
   * @param edge the edge
   * @param operation method and path template
   * @param status the status of the answers that are changed
   * @param kind the kind of the change
   * @param field the field, empty for the whole answer
   * @param verdict what became of it
   * @param sentence what happened
   * @param tries in which scenarios it was tried, and what came of it
   */
  record Row(
      String edge,
      String operation,
      int status,
      Kind kind,
      String field,
      String verdict,
      String sentence,
      List<Try> tries) {}

  /**
   * A report.
   *
   * @param recording the recording
   * @param mutants all mutants
   * @param ledger what became of them
   * @param most in how many scenarios each was tried at most, 0 for all
   */
  Report(Recording recording, List<Mutant> mutants, Ledger ledger, int most) {
    this.recording = recording;
    this.mutants = mutants;
    this.ledger = ledger;
    this.most = most;
  }

  /**
   * Writes both files and says what they say.
   *
   * @param folder where they go
   * @param millis how long mutants were tried
   */
  MutationOutcome write(Path folder, long millis) {
    Path json = folder.resolve(JSON);
    Path markdown = folder.resolve(MARKDOWN);
    Unwatched unwatched = new Unwatched(mutants, ledger);
    MutationOutcome outcome =
        new MutationOutcome(
            new Score(mutants, ledger).edges(),
            survivors(unwatched),
            unwatched.sentences(),
            notApplied(),
            recording.excluded(),
            most,
            millis,
            json.toString(),
            markdown.toString());
    Written written =
        new Written(
            outcome.total().score(),
            outcome.total().watchedScore(),
            outcome.edges(),
            mutants.stream().map(this::row).toList(),
            recording.excluded());
    AtomicFile.write(json, JsonRecords.write(written).getBytes(StandardCharsets.UTF_8));
    AtomicFile.write(markdown, new Markdown(outcome).text().getBytes(StandardCharsets.UTF_8));
    return outcome;
  }

  private Row row(Mutant mutant) {
    return new Row(
        mutant.operation().edge(),
        mutant.operation().call(),
        mutant.operation().status(),
        mutant.kind(),
        mutant.field(),
        ledger.verdict(mutant).word(),
        mutant.sentence(),
        ledger.of(mutant));
  }

  /** One sentence for each operation, since most often all of its mutants met the same. */
  private List<String> notApplied() {
    Map<String, Integer> counts = new TreeMap<>();
    for (Mutant mutant : mutants) {
      if (ledger.verdict(mutant) == Verdict.NOT_APPLIED) {
        boolean met =
            ledger.of(mutant).stream().anyMatch(t -> t.result() == Try.Result.NOT_APPLIED);
        boolean unclear =
            ledger.of(mutant).stream().anyMatch(t -> t.result() == Try.Result.UNCLEAR);
        String why =
            met
                ? "the answer had nothing to change"
                : unclear
                    ? "the scenario failed without it"
                    : "the call was not made as it was recorded";
        String operation = mutant.operation().edge() + " " + mutant.operation().call();
        counts.merge(operation + ": " + why, 1, Integer::sum);
      }
    }
    return counts.entrySet().stream()
        .map(each -> each.getKey() + " (" + each.getValue() + ")")
        .toList();
  }

  private List<String> survivors(Unwatched unwatched) {
    return mutants.stream()
        .filter(mutant -> !unwatched.has(mutant))
        .filter(mutant -> ledger.verdict(mutant) == Verdict.SURVIVED)
        .map(mutant -> "No scenario noticed when " + mutant.sentence() + present(mutant))
        .sorted()
        .toList();
  }

  private String present(Mutant mutant) {
    List<String> names =
        ledger.of(mutant).stream()
            .filter(tried -> tried.result() == Try.Result.PASSED)
            .map(tried -> recording.scenario(tried.scenario()))
            .flatMap(Optional::stream)
            .map(scenario -> "'" + scenario.name() + "'")
            .distinct()
            .toList();
    String more = names.size() > MOST_NAMES ? " and " + (names.size() - MOST_NAMES) + " more" : "";
    return "; there: "
        + names.stream().limit(MOST_NAMES).collect(Collectors.joining(", "))
        + more
        + ".";
  }
}

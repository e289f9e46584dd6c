package dev.trestle.host.mutate;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The fields to which anything could be done without a scenario noticing. The consumer does not
 * read them, or nobody looks at what it makes of them: one finding, however many mutants it has.
 */
final class Unwatched {

  private final Map<Operation, Set<String>> fields = new TreeMap<>(Operation.ORDER);

  /** Finds them among mutants that were tried. */
  Unwatched(List<Mutant> mutants, Ledger ledger) {
    Map<String, List<Mutant>> byField =
        mutants.stream()
            .filter(mutant -> !mutant.field().isEmpty())
            .collect(
                Collectors.groupingBy(
                    mutant -> mutant.operation() + mutant.field(),
                    LinkedHashMap::new,
                    Collectors.toList()));
    byField.values().stream()
        .filter(of -> isUnwatched(of, ledger))
        .forEach(
            of ->
                fields
                    .computeIfAbsent(of.get(0).operation(), key -> new LinkedHashSet<>())
                    .add(of.get(0).field()));
  }

  /** It could be absent, and nothing else that was done to it was noticed either. */
  private static boolean isUnwatched(List<Mutant> ofField, Ledger ledger) {
    return ofField.stream()
            .map(ledger::verdict)
            .allMatch(v -> v == Verdict.SURVIVED || v == Verdict.NOT_APPLIED)
        && ofField.stream()
            .filter(mutant -> mutant.kind() == Kind.MISSING)
            .anyMatch(mutant -> ledger.verdict(mutant) == Verdict.SURVIVED);
  }

  /** Whether a mutant is of such a field. */
  boolean has(Mutant mutant) {
    return fields.getOrDefault(mutant.operation(), Set.of()).contains(mutant.field());
  }

  /** A sentence for each operation. */
  List<String> sentences() {
    return fields.entrySet().stream()
        .map(
            of ->
                "%s does not read, or nobody looks at what it makes of, what %s answers to %s with %d: %s."
                    .formatted(
                        of.getKey().consumer(),
                        of.getKey().provider(),
                        of.getKey().call(),
                        of.getKey().status(),
                        of.getValue().stream()
                            .map(field -> "`" + field + "`")
                            .collect(Collectors.joining(", "))))
        .toList();
  }
}

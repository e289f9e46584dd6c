package dev.trestle.host.contract;

import dev.trestle.protocol.ContractResult.Finding;
import dev.trestle.protocol.Secrets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The violations of a run, equal ones as one, with secrets masked. Used under a lock. */
final class Findings {

  private static final int MOST = 200;
  private static final int LONGEST = 160;

  private final Path directory;
  private final Map<Key, Entry> entries = new LinkedHashMap<>();
  private final Set<Key> omitted = new LinkedHashSet<>();

  /** The items of a list are alike. */
  private record Key(
      String consumer,
      String provider,
      String operation,
      String part,
      int status,
      String pointer,
      String problem,
      String where) {

    static Key of(Violation violation) {
      return new Key(
          violation.consumer(),
          violation.provider(),
          violation.operation(),
          violation.part(),
          violation.status(),
          violation.problem().pointer().replaceAll("/[0-9]+(?=/|$)", "/*"),
          violation.problem().problem(),
          violation.problem().where());
    }
  }

  private static final class Entry {
    private final Violation first;
    private final Set<String> traceIds = new LinkedHashSet<>();
    private int count;

    Entry(Violation first) {
      this.first = first;
    }
  }

  /**
   * None yet.
   *
   * @param directory the folder to which documents are named relative
   */
  Findings(Path directory) {
    this.directory = directory.toAbsolutePath().normalize();
  }

  void add(Violation violation, String traceId) {
    Key key = Key.of(violation);
    Entry entry = entries.get(key);
    if (entry == null) {
      if (entries.size() >= MOST) {
        if (omitted.size() < MOST * 10) {
          omitted.add(key);
        }
        return;
      }
      entry = new Entry(violation);
      entries.put(key, entry);
    }
    entry.count++;
    if (!traceId.isEmpty()) {
      entry.traceIds.add(traceId);
    }
  }

  int omitted() {
    return omitted.size();
  }

  /** All, by provider and operation. */
  List<Finding> all(UnaryOperator<String> name) {
    return entries.values().stream()
        .map(entry -> finding(entry, name))
        .sorted(
            Comparator.comparing(Finding::provider)
                .thenComparing(Finding::operation)
                .thenComparing(Finding::part)
                .thenComparing(Finding::status)
                .thenComparing(Finding::pointer))
        .toList();
  }

  /** Those of a scenario. */
  List<Finding> of(String traceId) {
    return entries.values().stream()
        .filter(entry -> entry.traceIds.contains(traceId))
        .map(entry -> finding(entry, id -> id))
        .toList();
  }

  private Finding finding(Entry entry, UnaryOperator<String> name) {
    Violation first = entry.first;
    String file = shown(first.document().toAbsolutePath().normalize());
    return new Finding(
        first.consumer(),
        first.provider(),
        Secrets.mask(first.operation()),
        first.part(),
        first.status(),
        first.problem().pointer(),
        first.problem().problem(),
        shortened(first.problem().expected()),
        shortened(masked(first)),
        first.problem().where().isEmpty() ? file : file + "#" + first.problem().where(),
        entry.count,
        entry.traceIds.stream().map(name).distinct().sorted().toList());
  }

  private String shown(Path file) {
    boolean near = Objects.equals(directory.getRoot(), file.getRoot());
    return near ? directory.relativize(file).toString() : file.toString();
  }

  /** A field below one with the name of a secret is one, too. */
  private static String masked(Violation violation) {
    String actual = violation.problem().actual();
    if (violation.problem().problem().startsWith("missing")) {
      return actual;
    }
    for (String step : violation.problem().pointer().split("/", -1)) {
      if (Secrets.isSecret(step)) {
        return Secrets.MASK;
      }
    }
    return Secrets.mask(actual);
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }
}

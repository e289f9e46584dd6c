package dev.trestle.host.mutate;

import dev.trestle.protocol.Fault;
import dev.trestle.protocol.Fault.Change;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All mutants of a recording, in an order that depends on nothing else: each operation gets its
 * first ones early, of each kind, so that a budget that is too short is spent on all of them.
 */
final class Mutants {

  /** Longer than services wait for each other. */
  static final long LATE_MILLIS = 30_000;

  private static final int ERROR = 500;
  private static final int OK = 200;

  private final Recording recording;
  private final Enumerations enumerations;
  private final Set<String> calls = new HashSet<>();

  private Mutants(Recording recording, Enumerations enumerations) {
    this.recording = recording;
    this.enumerations = enumerations;
  }

  /** The values that a field may have, as the provider's OpenAPI document lists them. */
  interface Enumerations {

    /** In JSON; none when the document lists none. */
    List<String> of(Operation operation, String field);
  }

  static List<Mutant> of(Recording recording, Enumerations enumerations) {
    Mutants mutants = new Mutants(recording, enumerations);
    List<List<Mutant>> rows = new ArrayList<>();
    recording.answers().stream()
        .filter(answer -> !recording.using(answer.operation()).isEmpty())
        .forEach(answer -> rows.add(mutants.of(answer)));
    return inTurn(rows);
  }

  private List<Mutant> of(Recording.Answer answer) {
    Map<Kind, List<Mutant>> byKind = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.values()) {
      byKind.put(kind, new ArrayList<>());
    }
    wholes(answer).forEach(mutant -> byKind.get(mutant.kind()).add(mutant));
    for (Recording.Field field : answer.fields()) {
      fields(answer.operation(), field).forEach(mutant -> byKind.get(mutant.kind()).add(mutant));
    }
    return inTurn(List.copyOf(byKind.values()));
  }

  private List<Mutant> wholes(Recording.Answer answer) {
    Operation operation = answer.operation();
    List<Mutant> mutants = new ArrayList<>();
    int other = operation.status() >= 400 ? OK : ERROR;
    mutants.add(whole(operation, Kind.STATUS, new Fault.Restated(operation.status(), other)));
    if (calls.add(operation.edge() + operation.call())) { // whatever the status
      mutants.add(whole(operation, Kind.LATE, new Fault.Delay(LATE_MILLIS)));
      if (!operation.isSafe()) {
        mutants.add(whole(operation, Kind.TWICE, new Fault.Twice()));
      }
    }
    if (!answer.sample().isEmpty() && (answer.varies() || answer.count() == 1)) {
      mutants.add(
          whole(
              operation,
              Kind.OLDER,
              new Fault.Replaced(operation.status(), answer.contentType(), answer.sample())));
    }
    return mutants;
  }

  private static Mutant whole(Operation operation, Kind kind, Fault.Effect effect) {
    return new Mutant(operation, kind, "", effect);
  }

  private List<Mutant> fields(Operation operation, Recording.Field field) {
    List<Mutant> mutants = new ArrayList<>();
    mutants.add(changed(operation, Kind.MISSING, field, Change.FIELD_MISSING));
    if (!field.types().equals(List.of("null"))) {
      mutants.add(changed(operation, Kind.NULL, field, Change.FIELD_NULL));
    }
    mutants.add(changed(operation, Kind.RETYPED, field, Change.FIELD_RETYPED));
    if (!field.path().endsWith("]")) {
      mutants.add(changed(operation, Kind.RENAMED, field, Change.FIELD_RENAMED));
    }
    if (field.is("number")) {
      mutants.add(changed(operation, Kind.PLUS_ONE, field, Change.FIELD_PLUS_ONE));
    }
    List<String> others = others(operation, field);
    if (others.size() > 1) {
      Fault.Swapped swapped = new Fault.Swapped(field.path(), others);
      mutants.add(new Mutant(operation, Kind.OTHER_VALUE, field.path(), swapped));
    }
    return mutants;
  }

  /** A number that is one too high is another value already. */
  private List<String> others(Operation operation, Recording.Field field) {
    if (field.is("boolean")) {
      return List.of("true", "false");
    }
    if (!field.is("string")) {
      return List.of();
    }
    List<String> listed = enumerations.of(operation, field.path());
    return listed.isEmpty() ? field.values() : listed;
  }

  private static Mutant changed(
      Operation operation, Kind kind, Recording.Field field, Change change) {
    return new Mutant(operation, kind, field.path(), new Fault.Changed(change, field.path()));
  }

  /** The first of each, then the second of each, and so on. */
  private static List<Mutant> inTurn(List<List<Mutant>> rows) {
    List<Deque<Mutant>> left = new ArrayList<>();
    rows.forEach(row -> left.add(new ArrayDeque<>(row)));
    List<Mutant> all = new ArrayList<>();
    while (!left.isEmpty()) {
      left.removeIf(Deque::isEmpty);
      left.forEach(row -> all.add(row.removeFirst()));
    }
    return all;
  }
}

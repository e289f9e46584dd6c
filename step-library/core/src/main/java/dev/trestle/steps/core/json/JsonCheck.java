package dev.trestle.steps.core.json;

import dev.trestle.protocol.Json;
import dev.trestle.protocol.Secrets;
import dev.trestle.steps.core.ScenarioScope;
import dev.trestle.steps.core.compare.Differing;
import dev.trestle.steps.core.compare.Expected;
import dev.trestle.steps.core.compare.Pair;
import dev.trestle.steps.core.compare.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Checks a JSON document against what a feature expects, with its names resolved. */
public final class JsonCheck {

  private final JsonSubject subject;
  private final ScenarioScope scope;

  /** A check of a subject. */
  public JsonCheck(JsonSubject subject, ScenarioScope scope) {
    this.subject = subject;
    this.scope = scope;
  }

  /** Checks the value at a path. */
  public void is(String path, String expected) {
    String wanted = scope.resolve(expected);
    JsonDocument.Found found = at(path);
    if (!matches(found, wanted)) {
      Differing differing = differing(path, found, wanted);
      throw subject.failure(
          named(path) + " is " + differing.actual() + ", not " + differing.wanted() + ".");
    }
  }

  /**
   * Checks that there is a value at a path, and another one; at a path of many places, that none of
   * them has it.
   */
  public void isNot(String path, String unexpected) {
    String unwanted = scope.resolve(unexpected);
    JsonDocument.Found found = at(path);
    String shown = Differing.shown(Secrets.compared(path, unwanted));
    if (!found.present()) {
      throw subject.failure(
          named(path) + " is absent, so it cannot be compared with " + shown + ".");
    }
    if (!isOther(scope.resolve(path), found, unwanted)) {
      throw subject.failure(named(path) + " is " + shown + ", and must not be.");
    }
  }

  /** Checks that a text has a part, or a list an item. */
  public void contains(String path, String part) {
    String wanted = scope.resolve(part);
    JsonDocument.Found found = at(path);
    if (found.value() instanceof String) {
      Part.of(wanted, part);
    }
    if (!contains(found, wanted)) {
      throw subject.failure(
          named(path)
              + " does not contain "
              + Differing.shown(Secrets.compared(path, wanted))
              + ": "
              + Differing.shown(Secrets.compared(path, shown(found)))
              + ".");
    }
  }

  /** Checks that a path leads to nothing. */
  public void isAbsent(String path) {
    JsonDocument.Found found = at(path);
    if (found.present()) {
      throw subject.failure(
          named(path)
              + " is not absent: "
              + Differing.shown(Secrets.compared(path, shown(found)))
              + ".");
    }
  }

  /** Checks all rows of path and value, and shows all that differ. */
  public void has(List<Pair> rows) {
    List<String> expected = new ArrayList<>();
    List<String> actual = new ArrayList<>();
    JsonDocument json = subject.document();
    boolean same = true;
    for (Pair row : rows) {
      String wanted = scope.resolve(row.value());
      JsonDocument.Found found = json.find(scope.resolve(row.name()));
      if (matches(found, wanted)) {
        expected.add(row.name() + "  " + Secrets.compared(row.name(), wanted));
        actual.add(expected.get(expected.size() - 1));
      } else {
        same = false;
        Differing differing = differing(row.name(), found, wanted);
        expected.add(row.name() + "  " + differing.wanted());
        actual.add(row.name() + "  " + differing.distinctActual());
      }
    }
    if (!same) {
      throw subject.mismatch(
          subject.name() + " does not have the expected values.", expected, actual);
    }
  }

  /** Checks the whole against the outcome of a comparison. */
  public void same(JsonComparison comparison) {
    if (!comparison.same()) {
      throw subject.mismatch(
          subject.whole() + " is not the expected one.",
          comparison.expected(),
          comparison.actual());
    }
  }

  /** Saves the value at a path; lists and objects as JSON. */
  public void save(String path, String name) {
    JsonDocument.Found found = at(path);
    Object value = found.value();
    if (value == null) {
      throw subject.failure(named(path) + " is " + shown(found) + ": nothing to save.");
    }
    Secrets.learn(path, String.valueOf(value));
    boolean structure = value instanceof Map || value instanceof List;
    scope.set(scope.resolve(name), structure ? Json.write(value) : value);
  }

  private String named(String path) {
    return subject.name() + " at '" + path + "'";
  }

  private JsonDocument.Found at(String path) {
    return subject.document().find(scope.resolve(path));
  }

  /** Whether what is there is the value that is written. */
  public static boolean matches(JsonDocument.Found found, String wanted) {
    return found.present() && Expected.of(wanted).matches(found.value());
  }

  /** Whether something is there and none of it is the value that is written. */
  public static boolean isOther(String path, JsonDocument.Found found, String unwanted) {
    boolean oneOfMany =
        !JsonDocument.isDefinite(path)
            && found.value() instanceof List<?> list
            && list.stream().anyMatch(item -> Expected.of(unwanted).matches(item));
    return found.present() && !oneOfMany && !Expected.of(unwanted).matches(found.value());
  }

  /** Whether what is there is a text with this part, or a list with this item. */
  public static boolean contains(JsonDocument.Found found, String wanted) {
    return found.value() instanceof List<?> list
        ? list.stream().anyMatch(item -> Expected.of(wanted).matches(item))
        : found.value() instanceof String text && text.contains(wanted);
  }

  /** Whether a path leads to nothing; one of many places leads to an empty list then. */
  public static boolean isAbsent(String path, JsonDocument.Found found) {
    return !found.present() || (!JsonDocument.isDefinite(path) && JsonDocument.isEmpty(found));
  }

  /** What is there and what is written, for a message; the value of a secret's path is masked. */
  public static Differing differing(String path, JsonDocument.Found found, String wanted) {
    return Differing.of(path, shown(found), found.value() instanceof String, wanted);
  }

  /** What is there, as a feature would write it. */
  public static String shown(JsonDocument.Found found) {
    return found.present() ? Expected.written(found.value()) : "absent";
  }
}

package dev.trestle.host.mutate;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a run without mutants showed.
 *
 * @param origin what it was recorded of: another map when features, classes or services change
 * @param scenarios the scenarios that can notice something
 * @param answers what was answered
 * @param excluded scenarios that are not used, each with the reason
 */
record Recording(
    Map<String, String> origin,
    List<Scenario> scenarios,
    List<Answer> answers,
    List<String> excluded) {

  /**
   * A green scenario.
   *
   * @param id its identity
   * @param name its name
   * @param location {@code file.feature:line}
   * @param millis how long it took
   * @param uses what was answered while it ran
   */
  record Scenario(String id, String name, String location, long millis, List<Use> uses) {

    /** Its feature file. */
    String file() {
      return location.replaceFirst(":\\d+$", "");
    }

    boolean uses(Operation operation) {
      return uses.stream().anyMatch(use -> use.operation().equals(operation));
    }
  }

  /**
   * An operation that a scenario caused.
   *
   * @param operation the operation
   * @param count how often
   */
  record Use(Operation operation, int count) {}

  /**
   * What an operation answered in all scenarios.
   *
   * @param operation the operation
   * @param contentType the media type of the body
   * @param count how many answers there were
   * @param fields the fields of JSON bodies, bounded in number
   * @param sample a whole body, empty where none may be kept: too long, or with a secret
   * @param varies whether bodies differed
   */
  record Answer(
      Operation operation,
      String contentType,
      int count,
      List<Field> fields,
      String sample,
      boolean varies) {}

  /**
   * A field of answers.
   *
   * @param path such as {@code $.lines[*].net}
   * @param types the types of its values: {@code string}, {@code number}, {@code boolean}, {@code
   *     object}, {@code array}, {@code null}
   * @param values some of its values in JSON, each different
   */
  record Field(String path, List<String> types, List<String> values) {

    /** Whether it had a value of a type. */
    boolean is(String type) {
      return types.contains(type);
    }
  }

  /** Those that use an operation. */
  List<Scenario> using(Operation operation) {
    return scenarios.stream().filter(scenario -> scenario.uses(operation)).toList();
  }

  /** Few and short scenarios that use every operation. */
  List<Scenario> covering() {
    return answers.stream()
        .flatMap(
            answer ->
                using(answer.operation()).stream()
                    .min(Comparator.comparingLong(Scenario::millis).thenComparing(Scenario::id))
                    .stream())
        .distinct()
        .toList();
  }

  /** The scenario with an identity. */
  Optional<Scenario> scenario(String id) {
    return scenarios.stream().filter(scenario -> scenario.id().equals(id)).findFirst();
  }
}

package dev.trestle.steps.core.json;

import java.util.List;
import java.util.stream.Stream;
import net.javacrumbs.jsonunit.core.Configuration;
import net.javacrumbs.jsonunit.core.Option;

/**
 * What does not matter when documents are compared.
 *
 * @param anyOrder whether lists may have their items in any order
 * @param more whether there may be more members than expected
 * @param ignored paths whose values do not matter, such as {@code $.items[*].id}
 */
public record Leniency(boolean anyOrder, boolean more, List<String> ignored) {

  /** Everything matters. */
  public static final Leniency NONE = new Leniency(false, false, List.of());

  /** Copies the list. */
  public Leniency {
    ignored = List.copyOf(ignored);
  }

  /** The same, and the order of items does not matter. */
  public Leniency inAnyOrder() {
    return new Leniency(true, more, ignored);
  }

  /** The same, and further members do not matter. */
  public Leniency withMore() {
    return new Leniency(anyOrder, true, ignored);
  }

  /** The same, and the values at these paths, separated by commas, do not matter. */
  public Leniency ignoring(String paths) {
    return new Leniency(
        anyOrder, more, Stream.of(paths.split(",", -1)).map(String::strip).toList());
  }

  Configuration apply(Configuration strict) {
    Configuration lenient = strict;
    if (anyOrder) {
      lenient = lenient.withOptions(Option.IGNORING_ARRAY_ORDER);
    }
    if (more) {
      lenient = lenient.withOptions(Option.IGNORING_EXTRA_FIELDS);
    }
    return ignored.isEmpty()
        ? lenient
        : lenient.whenIgnoringPaths(
            ignored.stream().map(Leniency::withoutRoot).toArray(String[]::new));
  }

  /** As json-unit writes paths. */
  private static String withoutRoot(String path) {
    return path.startsWith("$.")
        ? path.substring(2)
        : path.startsWith("$") ? path.substring(1) : path;
  }
}

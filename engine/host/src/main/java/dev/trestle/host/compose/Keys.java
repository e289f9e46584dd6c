package dev.trestle.host.compose;

import java.util.Set;
import java.util.TreeSet;

/**
 * The keys that a mapping may have.
 *
 * @param used the keys that are used
 * @param unused the keys of the Compose specification that Trestle passes by
 */
record Keys(Set<String> used, Set<String> unused) {

  static Keys of(String... used) {
    return new Keys(Set.of(used), Set.of());
  }

  Keys unused(String... names) {
    return new Keys(used, Set.of(names));
  }

  /** Warns of the keys of a mapping that are not used or not known; extension fields are free. */
  void check(Field mapping, Warnings warnings) {
    mapping
        .entries()
        .forEach(
            (name, field) -> {
              if (unused.contains(name)) {
                warnings.add(field.position(), field.key(), "not used by Trestle");
              } else if (!used.contains(name) && !name.startsWith("x-")) {
                warnings.add(field.position(), field.key(), unknown(name));
              }
            });
  }

  private String unknown(String name) {
    Set<String> known = new TreeSet<>(used);
    known.addAll(unused);
    return "unknown key '"
        + name
        + "'"
        + Suggestion.closest(name, known)
            .map(meant -> ": did you mean '" + meant + "'?")
            .orElse("");
  }
}

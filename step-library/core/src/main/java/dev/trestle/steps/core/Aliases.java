package dev.trestle.steps.core;

import dev.trestle.protocol.ScenarioTrace;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Makes names unique to one scenario: every alias of a scenario ends in the same mark, so that what
 * services derive from an alias, encode or change in case is still revealed.
 */
final class Aliases {

  private final String mark;
  private final Pattern marks;

  /** What comes before the mark in what a copy names first, such as {@code -3}. */
  private final String copy;

  private final Set<String> shared;
  private final Set<String> known = ConcurrentHashMap.newKeySet();

  Aliases(String traceId) {
    this("-" + ScenarioTrace.aliasMark(traceId), "", Set.of());
  }

  private Aliases(String mark, String copy, Set<String> shared) {
    this.mark = mark;
    this.marks = Pattern.compile(mark, Pattern.CASE_INSENSITIVE | Pattern.LITERAL);
    this.copy = copy;
    this.shared = shared;
  }

  /** Aliases of one of several that act at once: it shares what is named by now. */
  Aliases copy(int number) {
    Set<String> named = new HashSet<>(shared);
    named.addAll(known);
    return new Aliases(mark, copy + "-" + number, named);
  }

  String alias(String written) {
    int at = written.indexOf('@');
    String name = at > 0 ? written.substring(0, at) : written;
    if (written.endsWith(mark) || name.endsWith(mark)) {
      return written;
    }
    known.add(written);
    String own = shared.contains(written) ? mark : copy + mark;
    return name + own + written.substring(name.length());
  }

  String reveal(String text) {
    return marks.matcher(text).replaceAll("");
  }
}

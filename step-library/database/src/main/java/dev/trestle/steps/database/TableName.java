package dev.trestle.steps.database;

import dev.trestle.steps.core.StepFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A name as a step writes it: parts between dots, those in double quotes as they are, the others in
 * any case.
 *
 * @param parts the parts
 */
record TableName(List<Part> parts) {

  /**
   * A part of a name.
   *
   * @param text without quotes
   * @param quoted whether it was written in quotes
   */
  record Part(String text, boolean quoted) {}

  /** Reads a name such as {@code orders}, {@code public.orders} or {@code "Order"}. */
  static TableName of(String written) {
    String text = written.strip();
    List<Part> parts = new ArrayList<>();
    int at = 0;
    do {
      boolean quoted = at < text.length() && text.charAt(at) == '"';
      int end = quoted ? endOfQuotes(text, at) : text.indexOf('.', at);
      end = end < 0 ? text.length() : end;
      String part = text.substring(at, end);
      parts.add(
          new Part(
              quoted ? part.substring(1, part.length() - 1).replace("\"\"", "\"") : part, quoted));
      at = end + 1;
    } while (at <= text.length());
    if (parts.stream().anyMatch(part -> part.text().isBlank())) {
      throw StepFailure.of("'" + written + "' is not a name of a table or column.")
          .evidence("A part of it is empty.")
          .fix("Write the name, such as orders, public.orders or \"Order\".");
    }
    return new TableName(parts);
  }

  /** The end of a quoted part, after which a dot or nothing must come. */
  private static int endOfQuotes(String text, int start) {
    for (int end = start + 1; end < text.length(); end++) {
      if (text.charAt(end) == '"') {
        if (end + 1 == text.length() || text.charAt(end + 1) == '.') {
          return end + 1;
        }
        end++; // A doubled quote.
      }
    }
    throw StepFailure.of("The name " + text + " has a quote that does not end.")
        .evidence("A quote within a quoted name is written twice.")
        .fix("Correct the name in the step.");
  }

  /** The name with the parts that were not quoted in another case. */
  TableName folded(UnaryOperator<String> fold) {
    return new TableName(
        parts.stream()
            .map(part -> part.quoted() ? part : new Part(fold.apply(part.text()), false))
            .toList());
  }

  /** The name in SQL, quoted, so that it is never a keyword. */
  String sql(String quote) {
    return String.join(".", parts.stream().map(part -> quoted(part.text(), quote)).toList());
  }

  static String quoted(String name, String quote) {
    return quote.isBlank() ? name : quote + name.replace(quote, quote + quote) + quote;
  }
}

package dev.trestle.steps.core.phrase;

import dev.trestle.steps.core.StepArtifact;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the steps whose scenario runs alone, and the phrases that use them, however deep, by their
 * wording: whatever stands for a parameter may be any text. A wording that fits by accident makes a
 * scenario run alone without need, which does no harm.
 */
final class AlonePhrases {

  private static final Pattern OPEN =
      Pattern.compile(
          "\\{(?:[^}:]*:)?(?<type>[^}]*)}|\\((?<optional>[^)]*)\\)|[^\\s{}()]+/[^\\s{}()]+");
  private static final String QUOTED = "(?:\"[^\"]*\"|'[^']*')";

  /** Guards and copies are written before a step. */
  private static final String BEFORE = "(?:.+ )?";

  private AlonePhrases() {}

  /** The wordings of such steps and phrases. */
  static List<Pattern> wordings(List<Phrase> phrases, ClassLoader loader) {
    List<Pattern> found = new ArrayList<>();
    for (StepArtifact artifact : ServiceLoader.load(StepArtifact.class, loader)) {
      artifact.alone().forEach(expression -> found.add(wording(expression)));
    }
    List<Phrase> left = new ArrayList<>(phrases);
    for (int before = -1; before != found.size() && !found.isEmpty(); ) {
      before = found.size();
      left.removeIf(phrase -> uses(phrase, found) && found.add(wording(phrase)));
    }
    return found;
  }

  private static boolean uses(Phrase phrase, List<Pattern> wordings) {
    return phrase.parts().stream()
        .anyMatch(part -> wordings.stream().anyMatch(word -> word.matcher(part.text()).matches()));
  }

  private static Pattern wording(Phrase phrase) {
    return wording(phrase.expression().written());
  }

  private static Pattern wording(String expression) {
    StringBuilder pattern = new StringBuilder(BEFORE);
    Matcher open = OPEN.matcher(expression);
    int end = 0;
    while (open.find()) {
      pattern.append(Pattern.quote(expression.substring(end, open.start()))).append(any(open));
      end = open.end();
    }
    return Pattern.compile(pattern + Pattern.quote(expression.substring(end)));
  }

  /** A pattern for a parameter, an optional text, or one of several words. */
  private static String any(Matcher open) {
    if (open.group("type") != null) {
      return open.group("type").equals("string") ? QUOTED : ".+";
    }
    return open.group("optional") == null
        ? "\\S+"
        : "(?:" + Pattern.quote(open.group("optional")) + ")?";
  }
}

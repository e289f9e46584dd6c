package dev.trestle.steps.core.runner;

import io.cucumber.gherkin.GherkinDialect;
import io.cucumber.gherkin.GherkinDialectProvider;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds what was meant as Gherkin among the lines of a description. Gherkin takes a line with a
 * misspelled keyword, and the steps below it, for text; nothing of it runs, and nothing says so.
 */
final class StrayLines {

  private static final Pattern KEYWORD = Pattern.compile("(?U)(\\S[^:：]{0,60}?)\\s*[:：].*");
  private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
  private static final Pattern SENTENCE_END = Pattern.compile(".*[.,;:!?…。、，]");
  private static final int SHORT = 7;
  private static final int SHORTEST = 4;

  /** Words for a background or examples of other languages are ordinary labels too often. */
  private static final Set<String> ALL_SCENARIOS =
      new GherkinDialectProvider()
          .getLanguages().stream()
              .flatMap(language -> new GherkinDialectProvider().getDialect(language).stream())
              .flatMap(
                  dialect ->
                      Stream.concat(
                          dialect.getScenarioKeywords().stream(),
                          dialect.getScenarioOutlineKeywords().stream()))
              .map(StrayLines::folded)
              .collect(Collectors.toUnmodifiableSet());

  private static final Set<String> ENGLISH =
      blocks(new GherkinDialectProvider().getDefaultDialect());

  private final GherkinDialect dialect;
  private final Set<String> own;
  private final Set<String> exact;
  private final List<String> steps;

  /**
   * A line that was meant as Gherkin.
   *
   * @param index its place among the description's lines, from 0
   * @param message what is wrong, and how to mend it
   */
  record Stray(int index, String message) {}

  StrayLines(GherkinDialect dialect) {
    this.dialect = dialect;
    this.own = blocks(dialect);
    this.exact = written(dialect).collect(Collectors.toSet());
    this.steps =
        Stream.<Function<GherkinDialect, List<String>>>of(
                GherkinDialect::getGivenKeywords,
                GherkinDialect::getWhenKeywords,
                GherkinDialect::getThenKeywords)
            .flatMap(keywords -> keywords.apply(dialect).stream())
            .filter(keyword -> !keyword.startsWith("*"))
            .toList();
  }

  private static Set<String> blocks(GherkinDialect dialect) {
    return written(dialect).map(StrayLines::folded).collect(Collectors.toUnmodifiableSet());
  }

  /** Without case and accents, which people leave out or get wrong. */
  private static String folded(String word) {
    String plain = ACCENTS.matcher(Normalizer.normalize(word, Normalizer.Form.NFD)).replaceAll("");
    return plain.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
  }

  private static Stream<String> written(GherkinDialect dialect) {
    return Stream.of(
            dialect.getBackgroundKeywords(),
            dialect.getScenarioKeywords(),
            dialect.getScenarioOutlineKeywords(),
            dialect.getExamplesKeywords(),
            dialect.getRuleKeywords())
        .flatMap(List::stream);
  }

  /**
   * The first line of a description that was meant as Gherkin; none where all of it is text.
   *
   * @param lines the description
   * @param stepsFollow whether steps may follow, so that Gherkin knows exactly written ones
   */
  List<Stray> in(List<String> lines, boolean stepsFollow) {
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      String keyword = nearKeyword(line);
      if (!keyword.isEmpty()) {
        return List.of(
            new Stray(
                i,
                ("'" + line + "' is taken for a description: '" + keyword)
                    + ("' is not a keyword of Gherkin in the language '" + dialect.getLanguage())
                    + "', so that nothing below it runs. Correct the keyword, or reword the"
                    + " description"));
      }
      if (isStep(line, stepsFollow) && !isText(lines, i, stepsFollow)) {
        return List.of(
            new Stray(
                i,
                ("'" + line + "' is taken for a description and not for a step")
                    + ", so that it does not run. "
                    + (stepsFollow
                        ? "Write its keyword exactly as Gherkin has it"
                        : "Write a scenario's headline above it")
                    + ", or reword the description"));
      }
    }
    return List.of();
  }

  /**
   * The beginning of a line that looks like the headline of a scenario, empty where it does not.
   */
  private String nearKeyword(String line) {
    Matcher matcher = KEYWORD.matcher(line);
    if (!matcher.matches()) {
      return "";
    }
    String written = matcher.group(1).strip();
    if (exact.stream().anyMatch(keyword -> line.startsWith(keyword + ":"))) {
      return ""; // Gherkin finds it itself, or looks for none here.
    }
    String word = folded(written);
    boolean isKnown = own.contains(word) || ENGLISH.contains(word) || ALL_SCENARIOS.contains(word);
    return isKnown
            || Stream.concat(own.stream(), ENGLISH.stream()).anyMatch(each -> isNear(word, each))
        ? written
        : "";
  }

  /**
   * A short word is soon near another one, so that there only two letters may be swapped; "Rules"
   * and "Roles" are no misspellings.
   */
  private static boolean isNear(String word, String keyword) {
    int length = keyword.length();
    if (length < SHORTEST || Math.abs(word.length() - length) > 1) {
      return false;
    }
    return length < SHORT
        ? word.length() == length && isSwapped(word, keyword)
        : distance(word, keyword) == 1;
  }

  private static boolean isSwapped(String word, String keyword) {
    int at = 0;
    while (at < word.length() && word.charAt(at) == keyword.charAt(at)) {
      at++;
    }
    return at + 1 < word.length()
        && word.charAt(at) == keyword.charAt(at + 1)
        && word.charAt(at + 1) == keyword.charAt(at)
        && word.substring(at + 2).equals(keyword.substring(at + 2));
  }

  private boolean isStep(String line, boolean stepsFollow) {
    return steps.stream().anyMatch(keyword -> begins(line, keyword, stepsFollow));
  }

  /** Where steps may follow, Gherkin itself finds what is written exactly. */
  private static boolean begins(String line, String keyword, boolean isCaseIgnored) {
    String word = keyword.strip();
    if (!keyword.endsWith(" ")) {
      return line.startsWith(word) && line.length() > word.length();
    }
    if (!line.regionMatches(isCaseIgnored, 0, word, 0, word.length())) {
      return false;
    }
    String rest = line.substring(word.length());
    return rest.matches("(?U)\\s*[:：]?\\s+\\S.*|[:：]\\S.*");
  }

  /** A sentence that only begins like a step: it ends like one, or it is wrapped. */
  private boolean isText(List<String> lines, int index, boolean stepsFollow) {
    String next = index + 1 < lines.size() ? lines.get(index + 1).strip() : "";
    if (isBelowStep(next) || isStep(next, false) || isConjunction(next)) {
      return false;
    }
    String before = index > 0 ? lines.get(index - 1).strip() : "";
    boolean goesOn = stepsFollow && !before.isEmpty() && !SENTENCE_END.matcher(before).matches();
    return SENTENCE_END.matcher(lines.get(index).strip()).matches() || !next.isEmpty() || goesOn;
  }

  private boolean isConjunction(String line) {
    return Stream.of(dialect.getAndKeywords(), dialect.getButKeywords())
        .flatMap(List::stream)
        .filter(keyword -> !keyword.startsWith("*"))
        .anyMatch(keyword -> begins(line, keyword, false));
  }

  /** What a step has below itself: a table or a text. */
  private static boolean isBelowStep(String line) {
    return line.startsWith("|") || line.startsWith("\"\"\"") || line.startsWith("```");
  }

  /** How many letters differ, by Damerau and Levenshtein. */
  private static int distance(String one, String other) {
    int[][] costs = new int[one.length() + 1][other.length() + 1];
    for (int i = 0; i <= one.length(); i++) {
      for (int j = 0; j <= other.length(); j++) {
        costs[i][j] = i == 0 || j == 0 ? i + j : cost(costs, one, other, i, j);
      }
    }
    return costs[one.length()][other.length()];
  }

  private static int cost(int[][] costs, String one, String other, int i, int j) {
    int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
    int cost =
        Math.min(Math.min(costs[i - 1][j], costs[i][j - 1]) + 1, costs[i - 1][j - 1] + change);
    boolean swapped =
        i > 1
            && j > 1
            && one.charAt(i - 1) == other.charAt(j - 2)
            && one.charAt(i - 2) == other.charAt(j - 1);
    return swapped ? Math.min(cost, costs[i - 2][j - 2] + 1) : cost;
  }
}

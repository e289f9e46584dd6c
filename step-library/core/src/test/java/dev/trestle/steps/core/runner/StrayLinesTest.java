package dev.trestle.steps.core.runner;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.gherkin.GherkinDialect;
import io.cucumber.gherkin.GherkinDialectProvider;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrayLinesTest {

  private static StrayLines stray(String language) {
    return new StrayLines(new GherkinDialectProvider().getDialect(language).orElseThrow());
  }

  static Stream<Arguments> lost() {
    return Stream.of(
        Arguments.of("en", 0, "Scenaro: What is ordered\nGiven a"),
        Arguments.of("en", 0, "Scenario Outlin: What is ordered"),
        Arguments.of("en", 0, "Backgroud: x"),
        Arguments.of("en", 0, "scenario: x"),
        Arguments.of("en", 0, "SCENARIO : x"),
        Arguments.of("en", 0, "Senario:x"),
        Arguments.of("en", 1, "We sell beans.\nExmaples: none"),
        Arguments.of("en", 0, "Szenario: Deutsch"),
        Arguments.of("en", 0, "Escenario: Español"),
        Arguments.of("en", 0, "シナリオ: 日本語"),
        Arguments.of("de", 0, "Scenario: English"),
        Arguments.of("de", 0, "Senario: x"),
        Arguments.of("fr", 0, "Scenario: sans accent"),
        Arguments.of("en", 0, "Given a\nWhen b\nThen c"),
        Arguments.of("en", 2, "We sell beans.\n\nGiven one step alone"),
        Arguments.of("en", 1, "We sell beans.\nGiven one step at the end"),
        Arguments.of("en", 1, "Scenario What is ordered\nGiven a\nAnd b"),
        Arguments.of("en", 0, "Given a table\n| a |\n| 1 |"),
        Arguments.of("en", 0, "Then a sentence.\nThen another one."),
        Arguments.of("en", 0, "Given: a colon"),
        Arguments.of("en", 0, "Given\ta tab"),
        Arguments.of("de", 0, "Angenommen ein Schritt"),
        Arguments.of("fr", 0, "Étant donné un pas"),
        Arguments.of("ja", 0, "もし注文する"));
  }

  @ParameterizedTest
  @MethodSource("lost")
  void what_was_meant_as_gherkin_is_found_where_no_step_may_be(
      String language, int line, String description) {
    List<StrayLines.Stray> found = stray(language).in(description.lines().toList(), false);

    assertThat(found)
        .singleElement()
        .satisfies(
            stray -> {
              assertThat(stray.index()).isEqualTo(line);
              assertThat(stray.message())
                  .contains("'" + description.lines().toList().get(line).strip() + "'")
                  .contains("description");
            });
  }

  static Stream<Arguments> texts() {
    return Stream.of(
        Arguments.of("en", ""),
        Arguments.of("en", "In order to sell\nAs a shop\nI want baskets\nAnd a till\nBut no queue"),
        Arguments.of("en", "When a customer cancels,\nthe money goes back."),
        Arguments.of("en", "Given enough eyeballs, all bugs are shallow."),
        Arguments.of("en", "Whenever it rains"),
        Arguments.of("en", "Rules:\n* one\n* two\n- three"),
        Arguments.of("en", "Role: a customer\nGoal: beans\nNote: see SHOP-12"),
        Arguments.of("en", "See https://example.org: it is there"),
        Arguments.of("en", "given that, we sell"),
        Arguments.of("en", "Context: a shop\nFor example: beans\nRoles: many\n: x\n::\nRulers: a"),
        Arguments.of("en", "In the background: music"),
        Arguments.of("fr", "Règles: deux\nNote : rien"),
        Arguments.of("de", "Hinweis: nur morgens\n* und so weiter"));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void text_stays_text(String language, String description) {
    assertThat(stray(language).in(description.lines().toList(), false)).isEmpty();
  }

  static Stream<Arguments> lostSteps() {
    return Stream.of(
        Arguments.of("en", "given the stock is empty"),
        Arguments.of("en", "GIVEN the stock is empty"),
        Arguments.of("en", "Given: the stock is empty"),
        Arguments.of("de", "angenommen das Lager ist leer"));
  }

  @ParameterizedTest
  @MethodSource("lostSteps")
  void a_step_whose_keyword_is_not_as_gherkin_has_it_is_found(String language, String description) {
    assertThat(stray(language).in(List.of(description), true))
        .singleElement()
        .satisfies(stray -> assertThat(stray.message()).contains("Write its keyword exactly"));
  }

  static Stream<Arguments> scenarioTexts() {
    return Stream.of(
        Arguments.of("en", "It shows what happens\nwhen the payment fails"),
        Arguments.of("en", "then and now, beans are beans."),
        Arguments.of("en", "Thenceforth it rains"));
  }

  @ParameterizedTest
  @MethodSource("scenarioTexts")
  void a_sentence_in_a_scenarios_description_stays_text(String language, String description) {
    assertThat(stray(language).in(description.lines().toList(), true)).isEmpty();
  }

  static Stream<GherkinDialect> dialects() {
    GherkinDialectProvider provider = new GherkinDialectProvider();
    return provider.getLanguages().stream().map(each -> provider.getDialect(each).orElseThrow());
  }

  @ParameterizedTest
  @MethodSource("dialects")
  void the_steps_of_every_language_are_found_without_a_headline(GherkinDialect dialect) {
    StrayLines stray = new StrayLines(dialect);
    Stream.of(dialect.getGivenKeywords(), dialect.getWhenKeywords(), dialect.getThenKeywords())
        .flatMap(List::stream)
        .filter(keyword -> !keyword.startsWith("*"))
        .forEach(
            keyword ->
                assertThat(stray.in(List.of(keyword + "abc"), false)).as(keyword).hasSize(1));
  }

  private static Stream<String> blocks(GherkinDialect dialect) {
    return Stream.of(
            dialect.getBackgroundKeywords(),
            dialect.getScenarioKeywords(),
            dialect.getScenarioOutlineKeywords(),
            dialect.getExamplesKeywords(),
            dialect.getRuleKeywords())
        .flatMap(List::stream);
  }

  private static Stream<String> misspelt(String keyword) {
    Stream<String> anyLength =
        Stream.of(
            keyword.toLowerCase(Locale.ROOT) + ":",
            keyword.toUpperCase(Locale.ROOT) + ":",
            keyword + " :",
            keyword + "\u00a0: x",
            keyword + "：x",
            withoutAccents(keyword) + ":");
    String plain = withoutAccents(keyword);
    if (plain.length() < 7 || !plain.chars().allMatch(Character::isLetter)) {
      return anyLength;
    }
    return Stream.concat(
        anyLength,
        Stream.of(
            plain.charAt(0) + plain.substring(2) + ":", // one letter less
            plain.charAt(0) + "q" + plain.substring(1) + ":", // one more
            plain.charAt(0) + "q" + plain.substring(2) + ": x", // another one
            plain.charAt(0) + swapped(plain.substring(1)) + ":"));
  }

  private static String withoutAccents(String word) {
    return Normalizer.normalize(word, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
  }

  private static String swapped(String word) {
    return "" + word.charAt(1) + word.charAt(0) + word.substring(2);
  }

  @ParameterizedTest
  @MethodSource("dialects")
  void the_misspelt_headlines_of_every_language_are_found(GherkinDialect dialect) {
    StrayLines stray = new StrayLines(dialect);
    List<String> exact = blocks(dialect).map(keyword -> keyword + ":").toList();
    List<String> lines =
        Stream.concat(blocks(dialect), blocks(new GherkinDialectProvider().getDefaultDialect()))
            .flatMap(StrayLinesTest::misspelt)
            .filter(line -> exact.stream().noneMatch(line::startsWith))
            .toList();
    assertThat(lines).hasSizeGreaterThan(20);
    assertThat(lines)
        .allSatisfy(
            line -> {
              assertThat(stray.in(List.of(line), false)).as(line).hasSize(1);
              assertThat(stray.in(List.of(line), true)).as(line).hasSize(1);
            });
  }

  @ParameterizedTest
  @MethodSource("dialects")
  void the_headlines_as_gherkin_has_them_are_left_to_it(GherkinDialect dialect) {
    StrayLines stray = new StrayLines(dialect);
    assertThat(blocks(dialect).map(keyword -> keyword + ": x"))
        .allSatisfy(line -> assertThat(stray.in(List.of(line), true)).as(line).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Ruel: one", "rule: one", "RULE: one", "Rule : one"})
  void a_rule_is_short_and_found_all_the_same(String line) {
    assertThat(stray("en").in(List.of(line), false)).hasSize(1);
  }
}

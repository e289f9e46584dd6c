package dev.trestle.host.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of env files, one a row, as Compose's own reader has them. */
class EnvFileTest {

  private static Map<String, String> parse(String text) {
    Map<String, String> texts = new LinkedHashMap<>();
    EnvFile.parse(
            text,
            Path.of("app.env"),
            new Variables(Map.of("OUT", "outside"), Map.of()),
            new Warnings())
        .forEach((name, value) -> texts.put(name, value.text()));
    return texts;
  }

  static Stream<Arguments> rules() {
    return Stream.of(
        arguments("A=x", "x"),
        arguments("A =x", "x"),
        arguments("A= x ", "x"),
        arguments("\t A=x", "x"),
        arguments("A: x", "x"),
        arguments("A:x", "x"),
        arguments("A: k=v", "k=v"),
        arguments("A=k:v", "k:v"),
        arguments("A=x=", "x="),
        arguments("A=", ""),
        arguments("A=''", ""),
        arguments("A=\"\"", ""),
        arguments("\uFEFFA=x", "x"),
        arguments("A=x\r\nB=y", "x"),
        // export
        arguments("export A=x", "x"),
        arguments("\texport\tA=x", "x"),
        arguments("export A='export A'", "export A"),
        // comments
        arguments("# A=y\n  # B\nA=x", "x"),
        arguments("A=#ff8800", "#ff8800"),
        arguments("A=a#b", "a#b"),
        arguments("A=a #b", "a"),
        arguments("A=a # b", "a"),
        arguments("A=a #", "a"),
        arguments("A=a\t#b", "a\t#b"),
        arguments("A= # b", "# b"),
        arguments("A=\"a # b\" # c", "a # b"),
        arguments("A='a # b'#c", "a # b"),
        // backslashes
        arguments("A=a\\tb", "a\\tb"),
        arguments("A=C:\\Users\\Ada", "C:\\Users\\Ada"),
        arguments("A=\"C:\\Users\\Ada\"", "C:\\Users\\Ada"),
        arguments("A=\"\\d+\"", "\\d+"),
        arguments("A='\\d+\\n'", "\\d+\\n"),
        arguments("A=\"a\\nb\\rc\\td\"", "a\nb\rc\td"),
        arguments("A=\"Z\\aZ\\bZ\\fZ\\vZ\\\\Z\"", "Z\007Z\bZ\fZ\013Z\\Z"),
        arguments("A=\"\\\\n\"", "\\n"),
        arguments("A=\"\\x41\\u0041\\c\"", "\\x41\\u0041\\c"),
        arguments("A=\"\\0101\\0\\09\"", "A\\0\\09"),
        // quotes
        arguments("A=\"say \\\"hi\\\"\"", "say \"hi\""),
        arguments("A='it\\'s'", "it's"),
        arguments("A='say \"hi\"'", "say \"hi\""),
        arguments("A=\"it's\"", "it's"),
        arguments("A=\"it\\'s\"", "it\\'s"),
        arguments("A=say \"hi\"", "say \"hi\""),
        arguments("A=\"end\\\\\"", "end\\"),
        arguments("A={\"a\": 1}", "{\"a\": 1}"),
        // several lines
        arguments("A=\"a\nb\"", "a\nb"),
        arguments("A='a\nb\n'\nB=y", "a\nb\n"),
        // variables
        arguments("B=y\nA=$B", "y"),
        arguments("B=y\nA=${B}z", "yz"),
        arguments("B=y\nA=\"$B\"", "y"),
        arguments("B=y\nA='$B'", "$B"),
        arguments("B=y\nA=\"\\$B \\${B} ${B}\"", "$B ${B} y"),
        arguments("B=y\nA=$$B", "$B"),
        arguments("A=${NONE:-x}", "x"),
        arguments("A=$OUT", "outside"),
        arguments("OUT=inside\nA=$OUT", "outside"),
        arguments("A=$5 and $(x)", "$5 and $(x)"));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void a_line_gives_its_value(String text, String expected) {
    assertThat(parse(text)).containsEntry("A", expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"A.B", "A-B", "list[0]", "größe", "9LIVES", "exportA"})
  void names_are_letters_digits_and_some_signs(String name) {
    assertThat(parse(name + "=x")).containsExactly(Map.entry(name, "x"));
  }

  @Test
  void a_statement_may_follow_a_closing_quote() {
    assertThat(parse("A=\"x\" B='y' C=z"))
        .containsExactly(Map.entry("A", "x"), Map.entry("B", "y"), Map.entry("C", "z"));
  }

  @Test
  void a_name_alone_is_taken_from_outside() {
    assertThat(parse("OUT\nexport OUT\nNOWHERE\nA=x"))
        .containsExactly(Map.entry("OUT", "outside"), Map.entry("A", "x"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"A B=x", "lol$wut=1", "=x", "!", "A=\"x\"!"})
  void what_is_no_assignment_is_refused_with_its_line(String statement) {
    assertThatThrownBy(() -> parse("X=1\n\n" + statement + "\n"))
        .isInstanceOf(ComposeException.class)
        .hasMessageContaining("app.env:3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"A=\"", "A=\"x", "A=\"x\\\"", "A=\"x'", "A='x\""})
  void a_quote_must_be_closed(String statement) {
    assertThatThrownBy(() -> parse(statement))
        .isInstanceOf(ComposeException.class)
        .hasMessageContaining("a quote is not closed");
  }
}

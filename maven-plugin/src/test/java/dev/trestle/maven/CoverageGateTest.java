package dev.trestle.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trestle.protocol.InteractionCoverage;
import dev.trestle.protocol.RunOutcome;
import java.util.List;
import java.util.Properties;
import java.util.stream.IntStream;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CoverageGateTest {

  private static RunOutcome seen(int cells, int filled) {
    List<String> empty =
        IntStream.range(filled, cells).mapToObj(i -> "cart -> pricing: " + i).toList();
    return new RunOutcome(List.of(), 1, "report.html")
        .with(new InteractionCoverage(cells, filled, empty, "interactions.md"));
  }

  @ParameterizedTest
  @CsvSource({"80, 10, 8", "0, 10, 0", "100, 3, 3", "33.3, 3, 1", "99.9, 1000, 999"})
  void enough_passes(String minimum, int cells, int filled) throws Exception {
    assertThat(CoverageGate.of(minimum).shortfall(seen(cells, filled))).isNull();
  }

  @ParameterizedTest
  @CsvSource({"80, 10, 7", "33.4, 3, 1", "100, 100000, 99999", "0.1, 10, 0"})
  void too_little_does_not(String minimum, int cells, int filled) throws Exception {
    assertThat(CoverageGate.of(minimum).shortfall(seen(cells, filled)))
        .contains(minimum + " % are asked for");
  }

  @Test
  void what_is_missing_is_named_with_where_to_look_and_what_to_do() throws Exception {
    assertThat(CoverageGate.of("92.5").shortfall(seen(7, 5)).lines())
        .containsExactly(
            "The scenarios cover 71.4 % of the interactions, and 92.5 % are asked for.",
            "2 of 7 cells are empty:",
            "  cart -> pricing: 5",
            "  cart -> pricing: 6",
            "All of them are in interactions.md and in the tab 'Interactions' of report.html.",
            "Write scenarios that try them, or lower trestle.minimumInteractionCoverage.");
  }

  @Test
  void many_empty_cells_are_counted() throws Exception {
    assertThat(CoverageGate.of("50").shortfall(seen(100, 1)))
        .contains("1 %", "99 of 100 cells", "pricing: 10", "  … and 89 more")
        .doesNotContain("pricing: 11");
  }

  @Test
  void all_but_one_cell_are_not_shown_as_all() throws Exception {
    assertThat(CoverageGate.of("100").shortfall(seen(100_000, 99_999))).contains("cover 99.9 %");
  }

  @Test
  void nothing_to_cover_is_a_mistake() throws Exception {
    assertThat(CoverageGate.of("80").shortfall(new RunOutcome(List.of(), 1, "report.html")))
        .isEqualTo(
            "There is no interaction between services to cover, and 80 % are asked for.\n"
                + "The environment has no connection from one service to another.\n"
                + "They are found in the variables of the services in the Compose file.\n"
                + "Describe them there, or remove trestle.minimumInteractionCoverage from this"
                + " build.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"many", "-1", "100.01", "80%", "NaN"})
  void what_is_no_percentage_is_refused(String minimum) {
    assertThatThrownBy(() -> CoverageGate.of(minimum))
        .isInstanceOf(MojoFailureException.class)
        .hasMessage(
            "The value '"
                + minimum
                + "' of trestle.minimumInteractionCoverage is not valid.\n"
                + "It has to be a number from 0 to 100.\n"
                + "It is set in the POM or on the command line.\n"
                + "Correct it, such as to -Dtrestle.minimumInteractionCoverage=92.5.");
  }

  @Test
  void no_minimum_is_no_gate() throws Exception {
    assertThat(CoverageGate.of(null)).isNull();
    assertThat(CoverageGate.of(" ")).isNull();
  }

  @Test
  void an_empty_selection_or_gate_on_the_command_line_is_none() {
    Properties commandLine = new Properties();
    commandLine.setProperty("trestle.tags", "");
    assertThat(CoverageGate.isOnlySelection(commandLine)).isFalse();
    commandLine.setProperty("trestle.names", "paid");
    commandLine.setProperty("trestle.minimumInteractionCoverage", "");
    assertThat(CoverageGate.isOnlySelection(commandLine)).isTrue();
  }

  @Test
  void a_selection_on_the_command_line_is_let_be_unless_the_gate_is_there_too() {
    Properties commandLine = new Properties();
    assertThat(CoverageGate.isOnlySelection(commandLine)).isFalse();
    commandLine.setProperty("trestle.tags", "@smoke");
    assertThat(CoverageGate.isOnlySelection(commandLine)).isTrue();
    commandLine.setProperty("trestle.minimumInteractionCoverage", "30");
    assertThat(CoverageGate.isOnlySelection(commandLine)).isFalse();
  }
}

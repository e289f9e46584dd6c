package dev.trestle.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class ParameterRulesTest {

  private static final List<String> ODD =
      List.of(
          "",
          " ",
          "\t",
          "\n",
          "a\u0000b",
          "\u001b[2J",
          "-1",
          "0",
          "1e2",
          "NaN",
          "Infinity",
          "9".repeat(400),
          "0x10",
          "١٢",
          "[",
          "(",
          "*",
          "\\",
          "a..b",
          "1a",
          ".",
          "a b",
          "ä ☃ 😀",
          "\ud800",
          "file:%zz",
          "/dev/null",
          "../../..",
          "true",
          "x".repeat(100_000));

  /** Every parameter of every goal that has a property of ours and is not on or off. */
  static Stream<String> properties() throws Exception {
    Map<String, String> types = new TreeMap<>();
    try (InputStream in =
        ParameterRulesTest.class.getResourceAsStream("/META-INF/maven/plugin.xml")) {
      Element plugin =
          DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in).getDocumentElement();
      NodeList configurations = plugin.getElementsByTagName("configuration");
      for (int i = 0; i < configurations.getLength(); i++) {
        NodeList values = configurations.item(i).getChildNodes();
        for (int j = 0; j < values.getLength(); j++) {
          if (values.item(j) instanceof Element value
              && value.getTextContent().startsWith("${trestle.")) {
            types.put(
                value.getTextContent().replaceAll("[${}]", ""),
                value.getAttribute("implementation"));
          }
        }
      }
    }
    assertThat(types).hasSizeGreaterThan(20);
    assertThat(types.values())
        .as("a number that Maven reads itself is refused with a Java error")
        .doesNotContain("int", "long", "double");
    return types.entrySet().stream()
        .filter(each -> !each.getValue().equals("boolean"))
        .map(Map.Entry::getKey);
  }

  @ParameterizedTest
  @MethodSource("properties")
  void every_parameter_has_a_rule_that_takes_or_refuses_whatever_comes(String property) {
    assertThat(ParameterRules.has(property)).as("there is a rule for " + property).isTrue();
    int refused = 0;
    for (String odd : ODD) {
      try {
        ParameterRules.check(property, odd);
      } catch (MojoFailureException e) {
        refused++;
        assertThat(e.getMessage().lines()).hasSize(4);
        assertThat(e.getMessage()).contains(property, "-D" + property + "=").hasSizeLessThan(500);
        assertThat(e.getMessage().replace("\n", "").chars()).noneMatch(Character::isISOControl);
      }
    }
    assertThat(refused).isGreaterThan(4);
    assertThatThrownBy(() -> ParameterRules.check(property, ""))
        .isInstanceOf(MojoFailureException.class);
    assertThatThrownBy(() -> ParameterRules.check(property, "a\u0000b"))
        .isInstanceOf(MojoFailureException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "trestle.glue | 1a",
        "trestle.glue | a..b",
        "trestle.names | [",
        "trestle.features | :12",
        "trestle.minimumInteractionCoverage | 1e2",
        "trestle.minimumInteractionCoverage | 100.5",
        "trestle.profiles | a b",
        "trestle.runtime | docker",
        "trestle.contracts | true",
        "trestle.lanes | many",
        "trestle.lanes | 1.5",
        "trestle.lease | 0",
        "trestle.mutate.minimumScore | 101",
        "trestle.mutate.scenarios | 99999999999"
      })
  void what_cannot_be_meant_is_refused(String property, String value) {
    assertThatThrownBy(() -> ParameterRules.check(property, value))
        .isInstanceOf(MojoFailureException.class)
        .hasMessageStartingWith("The value '" + value + "' of " + property + " is not valid.\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "trestle.glue | com.example.shop_2.steps",
        "trestle.glue | classpath:/com/example",
        "trestle.names | ^paid (order)+$",
        "trestle.names | ' paid order '",
        "trestle.minimumInteractionCoverage | 92.5",
        "trestle.minimumInteractionCoverage | 100",
        "trestle.profiles | reporting-2.x_a",
        "trestle.runtime | container",
        "trestle.lanes | 0",
        "trestle.lease | 480",
        "trestle.compose | deploy/ä b/compose.yaml",
        "trestle.features | src/test/features/a.feature:12"
      })
  void what_can_be_meant_is_taken(String property, String value) {
    assertThatCode(() -> ParameterRules.check(property, value)).doesNotThrowAnyException();
  }

  @Test
  void a_list_of_one_property_is_split_as_maven_does() {
    assertThat(Parameters.split("")).isEmpty();
    assertThat(Parameters.split("a,b")).containsExactly("a", "b");
    assertThat(Parameters.split("a,,b")).containsExactly("a", "", "b");
  }
}

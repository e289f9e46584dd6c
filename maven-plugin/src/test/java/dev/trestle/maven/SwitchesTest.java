package dev.trestle.maven;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SwitchesTest {

  @ParameterizedTest
  @ValueSource(strings = {"true", "false", "TRUE", " false "})
  void on_and_off_are_written_as_maven_does(String written) {
    assertThatCode(() -> Switches.check("trestle.edges", written)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "on", "yes", "1", "maybe"})
  void anything_else_is_refused(String written) {
    assertThatThrownBy(() -> Switches.check("trestle.edges", written))
        .isInstanceOf(MojoFailureException.class)
        .hasMessage(
            "The value '"
                + written
                + "' is neither on nor off.\n"
                + "Maven would take it for false without a word.\n"
                + "It is the parameter trestle.edges.\n"
                + "Write -Dtrestle.edges=true or -Dtrestle.edges=false.");
  }
}

package dev.trestle.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BudgetTest {

  @Test
  void is_read_as_people_write_it() throws Exception {
    assertThat(Budget.of("90 s", "p")).isEqualTo(Duration.ofSeconds(90));
    assertThat(Budget.of("10min", "p")).isEqualTo(Duration.ofMinutes(10));
    assertThat(Budget.of("10m", "p")).isEqualTo(Duration.ofMinutes(10));
    assertThat(Budget.of(" 2h ", "p")).isEqualTo(Duration.ofHours(2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "0s", "-5 s", "5", "1.5h", "99999999999 h"})
  void anything_else_is_answered_with_a_form(String written) {
    assertThatThrownBy(() -> Budget.of(written, "trestle.mutate.budget"))
        .isInstanceOf(MojoFailureException.class)
        .hasMessage(
            "The time '"
                + written
                + "' cannot be read.\nA time is a whole number with s, min or h.\n"
                + "It is the parameter trestle.mutate.budget.\n"
                + "Write it as -Dtrestle.mutate.budget=90s, 10min or 2h.");
  }
}

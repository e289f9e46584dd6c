package dev.trestle.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trestle.benchmarks.Options.Proving;
import dev.trestle.benchmarks.plan.Shape;
import dev.trestle.benchmarks.plan.Shapes;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class OptionsReaderTest {

  @Test
  void without_options_everything_is_measured_and_proved() {
    Options options = OptionsReader.read("--home", "benchmarks");

    assertThat(options.shapes()).isEqualTo(Shapes.standard());
    assertThat(options.stacks()).hasSize(9);
    assertThat(options.proving()).isEqualTo(Proving.MISSING);
  }

  @Test
  void quick_measures_little_and_beside_the_kept_results() {
    Options options = OptionsReader.read("--quick", "--stacks", "floor,citrus");

    assertThat(options.shapes()).containsExactly(new Shape(1, 0, 1), new Shape(100, 0, 1));
    assertThat(options.repetitions()).isEqualTo(1);
    assertThat(options.stacks()).containsExactly("floor", "citrus");
    assertThat(options.results().endsWith(Path.of("target/quick"))).isTrue();
  }

  @Test
  void chosen_numbers_are_combined() {
    assertThat(OptionsReader.read("--n", "10", "--delays", "0,20", "--lanes", "4").shapes())
        .containsExactly(new Shape(10, 0, 4), new Shape(10, 20, 4));
  }

  @Test
  void mistakes_are_named() {
    assertThatThrownBy(() -> OptionsReader.read("--fast"))
        .hasMessageContaining("'--fast' is unknown");
    assertThatThrownBy(() -> OptionsReader.read("--n", "many"))
        .hasMessageContaining("'many', which is no number");
    assertThatThrownBy(() -> OptionsReader.read("--stacks", "junit"))
        .hasMessageContaining("'junit', which is none of");
    assertThatThrownBy(() -> OptionsReader.read("--n")).hasMessageContaining("'--n' needs a value");
  }
}

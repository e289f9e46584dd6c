package dev.trestle.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trestle.protocol.MutationOutcome.Edge;
import java.util.List;
import org.junit.jupiter.api.Test;

class MutationOutcomeTest {

  @Test
  void the_score_is_of_what_had_an_effect_and_is_decided() {
    assertThat(new Edge("a -> b", 5, 1, 3, 0, 10, 10).score()).isEqualTo(66);
    assertThat(new Edge("a -> b", 0, 0, 2, 0, 0, 0).score()).isZero();
    assertThat(new Edge("a -> b", 0, 0, 0, 0, 4, 7).score()).isEqualTo(-1);
    assertThat(new Edge("a -> b", 5, 1, 3, 0, 10, 11).mutants()).isEqualTo(30);
  }

  @Test
  void what_is_unwatched_can_be_left_out() {
    assertThat(new Edge("a -> b", 5, 1, 6, 4, 0, 0).watchedScore()).isEqualTo(75);
    assertThat(new Edge("a -> b", 0, 0, 6, 6, 0, 0).watchedScore()).isEqualTo(-1);
  }

  @Test
  void the_total_is_the_sum_of_all_edges() {
    MutationOutcome outcome =
        new MutationOutcome(
            List.of(new Edge("a -> b", 1, 2, 3, 2, 4, 5), new Edge("b -> c", 10, 0, 0, 0, 0, 1)),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            0,
            0,
            "",
            "");

    assertThat(outcome.total()).isEqualTo(new Edge("all", 11, 2, 3, 2, 4, 6));
  }
}

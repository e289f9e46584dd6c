package dev.trestle.host.mutate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trestle.protocol.RunEvent;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BoundTest {

  /** A scenario of 100 ms may take 30.3 s with a mutant. */
  private static final List<Schedule.Pair> WAVE = wave();

  private static final long WHILE_IT_BOOTS = 90_300;

  private long now;
  private int ended;

  private static List<Schedule.Pair> wave() {
    Recording recording = Recordings.quotes("{\"total\":417}", "One");
    Mutant mutant = Mutants.of(recording, (operation, field) -> List.of()).get(0);
    return List.of(new Schedule.Pair(mutant, recording.scenarios().get(0)));
  }

  private Bound bound(long millis) {
    return new Bound(WAVE, millis, () -> ended++, () -> now);
  }

  private void pass(Bound bound, long millis) {
    now += TimeUnit.MILLISECONDS.toNanos(millis);
    bound.check();
  }

  @Test
  void a_wave_in_which_nothing_ends_is_ended_once() {
    Bound bound = bound(600_000);
    pass(bound, WHILE_IT_BOOTS);
    assertThat(ended).isZero();

    pass(bound, 1);
    pass(bound, 1);

    assertThat(ended).isEqualTo(1);
    assertThat(bound.isTooLong()).isTrue();
  }

  @Test
  void a_wave_in_which_something_happens_goes_on() {
    Bound bound = bound(600_000);
    pass(bound, WHILE_IT_BOOTS);
    bound.accept(new RunEvent.RunStarted(2));

    pass(bound, WHILE_IT_BOOTS);

    assertThat(ended).isZero();
  }

  @Test
  void what_has_begun_when_the_time_is_up_may_end_and_no_more() {
    Bound bound = bound(1_000);
    pass(bound, 31_300);
    assertThat(ended).isZero();

    pass(bound, 1);

    assertThat(ended).isEqualTo(1);
    assertThat(bound.isTooLong()).isFalse();
  }
}

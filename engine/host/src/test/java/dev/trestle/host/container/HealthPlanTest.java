package dev.trestle.host.container;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.model.HealthCheck;
import dev.trestle.host.compose.Healthcheck;
import dev.trestle.host.environment.Projects;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class HealthPlanTest {

  private static final HealthCheck IMAGE =
      new HealthCheck()
          .withTest(List.of("CMD", "is-up"))
          .withInterval(Duration.ofSeconds(5).toNanos())
          .withRetries(10)
          .withStartPeriod(Duration.ofMinutes(1).toNanos());

  private static Healthcheck own(List<String> test, boolean disabled) {
    return new Healthcheck(test, null, Duration.ofSeconds(2), null, null, disabled, Projects.at(7));
  }

  @Test
  void what_the_file_leaves_out_is_the_images_and_then_dockers() {
    assertThat(HealthPlan.of(own(List.of(), false), IMAGE))
        .isEqualTo(
            new HealthPlan(
                List.of("CMD", "is-up"),
                Duration.ofSeconds(5),
                Duration.ofSeconds(2),
                10,
                Duration.ofMinutes(1)));
    assertThat(HealthPlan.of(own(List.of("CMD", "mine"), false), (HealthCheck) null))
        .isEqualTo(
            new HealthPlan(
                List.of("CMD", "mine"),
                Duration.ofSeconds(30),
                Duration.ofSeconds(2),
                3,
                Duration.ZERO));
    assertThat(HealthPlan.of(null, IMAGE).timeout()).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void a_check_that_is_switched_off_is_none() {
    assertThat(HealthPlan.of(own(List.of(), true), IMAGE).test()).isEmpty();
    assertThat(HealthPlan.of(null, new HealthCheck().withTest(List.of("NONE"))).test()).isEmpty();
    assertThat(HealthPlan.of(null, (HealthCheck) null).test()).isEmpty();
  }

  @Test
  void it_may_take_as_long_as_the_engine_gives_it() {
    assertThat(HealthPlan.of(own(List.of(), false), IMAGE).longest())
        .isEqualTo(Duration.ofSeconds(60 + 10 * (5 + 2)));
  }

  @Test
  void a_shell_runs_the_line_and_keeps_what_follows_as_arguments() {
    assertThat(HealthTry.words(List.of("CMD", "is-up", "-q"))).containsExactly("is-up", "-q");
    assertThat(HealthTry.words(List.of("CMD-SHELL", "echo $0", "a")))
        .containsExactly("/bin/sh", "-c", "echo $0", "a");
  }

  @Test
  void short_times_are_told_in_milliseconds() {
    assertThat(HealthTry.late(Duration.ofMillis(500))).isEqualTo("It took longer than 500 ms.");
    assertThat(HealthTry.late(Duration.ofSeconds(5))).isEqualTo("It took longer than 5 s.");
  }
}

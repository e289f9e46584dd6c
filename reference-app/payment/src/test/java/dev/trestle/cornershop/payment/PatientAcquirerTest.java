package dev.trestle.cornershop.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.trestle.cornershop.kit.DependencyUnavailable;
import dev.trestle.cornershop.kit.Problem;
import dev.trestle.cornershop.payment.Acquirer.Order;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PatientAcquirerTest {
  private static final Order ORDER =
      new Order("order-1", 100, "EUR", new Card("4111111111111111", "12/48", "123"));

  private final FlakyAcquirer flaky = new FlakyAcquirer();

  private Acquirer patient(int attempts, int circuitFailures, Duration circuitOpen) {
    return new PatientAcquirer(
        flaky,
        new PaymentConfig.Limits(Duration.ofSeconds(1), attempts, circuitFailures, circuitOpen));
  }

  @Test
  void a_failed_try_is_repeated_with_the_same_id() {
    flaky.failures = 2;

    assertThat(patient(3, 20, Duration.ofMinutes(1)).authorise("p-1", ORDER))
        .isEqualTo(new Acquirer.Approved("auth"));
    assertThat(flaky.ids).containsExactly("p-1", "p-1", "p-1");
  }

  @Test
  void the_tries_are_bounded() {
    flaky.failures = 10;

    assertThatThrownBy(() -> patient(3, 20, Duration.ofMinutes(1)).authorise("p-1", ORDER))
        .isInstanceOf(DependencyUnavailable.class);
    assertThat(flaky.ids).hasSize(3);
  }

  @Test
  void a_refusal_is_an_answer_and_is_not_repeated() {
    flaky.refusing = true;

    assertThatThrownBy(() -> patient(3, 1, Duration.ofMinutes(1)).capture("p-1", "auth"))
        .isInstanceOfSatisfying(Problem.class, e -> assertThat(e.status()).isEqualTo(409));
    assertThat(flaky.ids).hasSize(1);
  }

  @Test
  void the_circuit_opens_after_failures_in_a_row_and_leaves_the_acquirer_alone() {
    Acquirer patient = patient(3, 4, Duration.ofMinutes(1));
    flaky.failures = 100;

    assertThatThrownBy(() -> patient.authorise("p-1", ORDER));
    assertThatThrownBy(() -> patient.authorise("p-2", ORDER))
        .isInstanceOfSatisfying(
            DependencyUnavailable.class, e -> assertThat(e.dependency()).isEqualTo("acquirer"));
    assertThat(flaky.ids).hasSize(4);

    assertThatThrownBy(() -> patient.authorise("p-3", ORDER))
        .isInstanceOf(DependencyUnavailable.class)
        .hasMessageContaining("left alone");
    assertThat(flaky.ids).hasSize(4);
  }

  @Test
  void a_success_starts_the_count_anew() {
    Acquirer patient = patient(3, 3, Duration.ofMinutes(1));
    for (int i = 0; i < 5; i++) {
      flaky.failures = 2;
      patient.authorise("p-" + i, ORDER);
    }
    assertThat(flaky.ids).hasSize(15);
  }

  @Test
  void a_trial_after_the_pause_closes_the_circuit() {
    Acquirer patient = patient(1, 1, Duration.ofMillis(20));
    flaky.failures = 1;
    assertThatThrownBy(() -> patient.authorise("p-1", ORDER));

    await()
        .ignoreExceptionsInstanceOf(DependencyUnavailable.class)
        .until(() -> patient.authorise("p-2", ORDER).equals(new Acquirer.Approved("auth")));
    assertThat(patient.authorise("p-3", ORDER)).isEqualTo(new Acquirer.Approved("auth"));
  }

  private static final class FlakyAcquirer implements Acquirer {
    private final List<String> ids = new ArrayList<>();
    private int failures;
    private boolean refusing;

    private void answer(String id) {
      ids.add(id);
      if (refusing) {
        throw Problem.conflict("acquirer-refused", "The acquirer refused", "no");
      }
      if (failures > 0) {
        failures--;
        throw new DependencyUnavailable("acquirer", "is down", null);
      }
    }

    @Override
    public Decision authorise(String id, Order order) {
      answer(id);
      return new Approved("auth");
    }

    @Override
    public void capture(String id, String authorisation) {
      answer(id);
    }

    @Override
    public void refund(String id, String authorisation, long amount) {
      answer(id);
    }

    @Override
    public void cancel(String id, String authorisation) {
      answer(id);
    }
  }
}

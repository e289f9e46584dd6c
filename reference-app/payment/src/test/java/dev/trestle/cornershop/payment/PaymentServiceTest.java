package dev.trestle.cornershop.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.trestle.cornershop.kit.Caller;
import dev.trestle.cornershop.kit.DependencyUnavailable;
import dev.trestle.cornershop.kit.Problem;
import dev.trestle.cornershop.payment.Payment.Status;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PaymentServiceTest {
  private static final Caller CALLER = new Caller("checkout", "", "", List.of("service"), "t");
  private static final PaymentRequest.Valid REQUEST =
      new PaymentRequest.Valid(
          "o-1", 100, "EUR", new Card("4111111111111111", "12/48", "123"), "ada");

  private final FakeLedger ledger = new FakeLedger();
  private final FakeAcquirer acquirer = new FakeAcquirer();
  private final PaymentService service = new PaymentService(ledger, acquirer);
  private final RefundService refunds = new RefundService(ledger, ledger, acquirer);

  private Payment pay(String key) {
    return service.authorise(CALLER, key, REQUEST).payment();
  }

  @Test
  void a_key_pays_once() {
    Payment payment = pay("k");

    assertThat(service.authorise(CALLER, "k", REQUEST).created()).isFalse();
    assertThat(pay("k")).isEqualTo(payment);
    assertThat(acquirer.asked).containsExactly("authorise " + payment.id());
    assertThat(pay("another").id()).isNotEqualTo(payment.id());
  }

  @Test
  void a_payment_without_an_answer_is_asked_about_again_under_the_same_id() {
    acquirer.down = true;
    assertThatThrownBy(() -> pay("k")).isInstanceOf(DependencyUnavailable.class);
    assertThat(ledger.ofOrder("o-1").get(0).status()).isEqualTo(Status.PENDING);

    acquirer.down = false;
    Payment payment = pay("k");

    assertThat(payment.status()).isEqualTo(Status.AUTHORISED);
    assertThat(acquirer.asked).containsOnly("authorise " + payment.id()).hasSize(2);
  }

  @Test
  void a_declined_card_stays_declined() {
    acquirer.decline = "insufficient_funds";
    for (int i = 0; i < 2; i++) {
      Problem answer = catchThrowableOfType(Problem.class, () -> pay("k"));
      assertThat(answer.status()).isEqualTo(402);
      assertThat(answer.members()).containsEntry("reason", "insufficient_funds");
    }
    assertThat(acquirer.asked).hasSize(1);
  }

  @Test
  void a_capture_is_made_once() {
    Payment payment = pay("k");
    service.capture(payment.id());
    service.capture(payment.id());

    assertThat(acquirer.asked)
        .containsExactly("authorise " + payment.id(), "capture " + payment.id() + "-capture");
    assertThatThrownBy(() -> service.cancel(payment.id()))
        .isInstanceOfSatisfying(
            Problem.class,
            e -> assertThat(e.members()).containsEntry("paymentStatus", Status.CAPTURED));
  }

  @Test
  void a_payment_whose_capture_is_refused_can_be_voided() {
    Payment payment = pay("k");
    acquirer.refusesCaptures = true;
    assertThatThrownBy(() -> service.capture(payment.id()))
        .isInstanceOfSatisfying(
            Problem.class, e -> assertThat(e.slug()).isEqualTo("acquirer-refused"));

    assertThat(service.cancel(payment.id()).status()).isEqualTo(Status.VOIDED);
    assertThat(acquirer.asked).endsWith("void " + payment.id() + "-void");
  }

  @Test
  void refunds_never_exceed_what_was_captured() {
    Payment payment = pay("k");
    assertThatThrownBy(() -> refunds.refund(payment.id(), "r-0", null))
        .isInstanceOfSatisfying(Problem.class, e -> assertThat(e.status()).isEqualTo(422));
    service.capture(payment.id());

    assertThat(refunds.refund(payment.id(), "r-1", 60L).created()).isTrue();
    assertThat(refunds.refund(payment.id(), "r-1", 60L).created()).isFalse();
    assertThatThrownBy(() -> refunds.refund(payment.id(), "r-2", 41L)).isInstanceOf(Problem.class);
    assertThat(refunds.refund(payment.id(), "r-3", null).refund().amount()).isEqualTo(40);
    assertThat(service.get(payment.id()).payment().refunded()).isEqualTo(100);
  }

  @Test
  void a_refund_without_an_answer_is_asked_about_again_under_the_same_id() {
    Payment payment = pay("k");
    service.capture(payment.id());
    acquirer.down = true;
    assertThatThrownBy(() -> refunds.refund(payment.id(), "r", null))
        .isInstanceOf(DependencyUnavailable.class);
    acquirer.down = false;

    Refund refund = refunds.refund(payment.id(), "r", null).refund();

    assertThat(acquirer.asked.subList(2, 4)).containsOnly("refund " + refund.id());
  }

  private static final class FakeAcquirer implements Acquirer {
    private final List<String> asked = new ArrayList<>();
    private boolean down;
    private boolean refusesCaptures;
    private @Nullable String decline;

    private void ask(String call) {
      asked.add(call);
      if (down) {
        throw new DependencyUnavailable("acquirer", "is down", null);
      }
    }

    @Override
    public Decision authorise(String id, Order order) {
      ask("authorise " + id);
      return decline == null ? new Approved("auth") : new Declined(decline);
    }

    @Override
    public void capture(String id, String authorisation) {
      ask("capture " + id);
      if (refusesCaptures) {
        throw Problem.conflict("acquirer-refused", "The acquirer refused", "no capture");
      }
    }

    @Override
    public void refund(String id, String authorisation, long amount) {
      ask("refund " + id);
    }

    @Override
    public void cancel(String id, String authorisation) {
      ask("void " + id);
    }
  }
}

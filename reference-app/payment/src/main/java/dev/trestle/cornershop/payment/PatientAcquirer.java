package dev.trestle.cornershop.payment;

import dev.failsafe.CircuitBreaker;
import dev.failsafe.CircuitBreakerOpenException;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.RetryPolicy;
import dev.trestle.cornershop.kit.DependencyUnavailable;
import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tries again when the acquirer does not answer, and leaves it alone when it keeps failing. */
final class PatientAcquirer implements Acquirer {
  private static final Logger LOG = LoggerFactory.getLogger(PatientAcquirer.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);
  private static final double JITTER = 0.25;

  private final Acquirer acquirer;
  private final FailsafeExecutor<Object> calls;

  PatientAcquirer(Acquirer acquirer, PaymentConfig.Limits limits) {
    this.acquirer = acquirer;
    // The circuit counts every try, and an open circuit ends the tries at once.
    this.calls = Failsafe.with(retries(limits), circuit(limits));
  }

  private static RetryPolicy<Object> retries(PaymentConfig.Limits limits) {
    return RetryPolicy.builder()
        .handle(DependencyUnavailable.class)
        .withMaxAttempts(limits.attempts())
        .withBackoff(FIRST_PAUSE, LONGEST_PAUSE)
        .withJitter(JITTER)
        .onFailedAttempt(
            failed ->
                LOG.warn(
                    "Try {} of {} failed: {}",
                    failed.getAttemptCount(),
                    limits.attempts(),
                    failed.getLastException().getMessage()))
        .build();
  }

  private static CircuitBreaker<Object> circuit(PaymentConfig.Limits limits) {
    return CircuitBreaker.builder()
        .handle(DependencyUnavailable.class)
        .withFailureThreshold(limits.circuitFailures())
        .withDelay(limits.circuitOpen())
        .withSuccessThreshold(1)
        .onOpen(event -> LOG.warn("The circuit to the acquirer opens"))
        .onClose(event -> LOG.info("The circuit to the acquirer closes"))
        .build();
  }

  @Override
  public Decision authorise(String id, Order order) {
    return call(() -> acquirer.authorise(id, order));
  }

  @Override
  public void capture(String id, String authorisation) {
    run(() -> acquirer.capture(id, authorisation));
  }

  @Override
  public void refund(String id, String authorisation, long amount) {
    run(() -> acquirer.refund(id, authorisation, amount));
  }

  @Override
  public void cancel(String id, String authorisation) {
    run(() -> acquirer.cancel(id, authorisation));
  }

  private void run(Runnable work) {
    call(
        () -> {
          work.run();
          return true;
        });
  }

  private <T> T call(Supplier<T> work) {
    try {
      return calls.get(work::get);
    } catch (CircuitBreakerOpenException e) {
      throw new DependencyUnavailable(
          AcquirerClient.NAME, "failed too often and is left alone for a while", e);
    }
  }
}

package dev.trestle.host.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trestle.contract.HttpMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ContractsTest {

  private static final HttpMessage EMPTY = new HttpMessage(Map.of(), 0, "");
  private static final Call CALL =
      new Call("cart", "orders", false, "", "GET", "/orders", EMPTY, 204, EMPTY, false);

  private final AtomicInteger whole = new AtomicInteger();
  @TempDir private Path folder;
  private Path document;

  @BeforeEach
  void write() throws IOException {
    document =
        Files.writeString(
            folder.resolve("orders.yaml"),
            "openapi: 3.1.0\npaths: { /orders: { get: { responses: { '204': {} } } } }\n");
  }

  @Test
  void who_adds_a_call_never_waits_and_what_is_too_much_is_unchecked() throws Exception {
    CountDownLatch goOn = new CountDownLatch(1);
    CountDownLatch begun = new CountDownLatch(1);
    try (Contracts contracts = new Contracts(id -> "", id -> true, 10_000)) {
      contracts.begin(plan(ContractMode.FAIL));
      contracts.add(
          "orders",
          100,
          () -> {
            begun.countDown();
            await(goOn);
            return CALL;
          },
          whole::incrementAndGet);
      assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();

      for (int i = 0; i < 50; i++) { // The check before is held up; this thread is not.
        contracts.add("orders", 500, () -> CALL, whole::incrementAndGet);
      }
      assertThat(whole).hasValue(0);
      goOn.countDown();

      assertThat(contracts.finish().checked()).isBetween(5, 12).isEqualTo(whole.get());
      assertThat(contracts.finish().unchecked()).isEqualTo(51 - whole.get());
      assertThat(contracts.finish().findings()).isEmpty();
    }
  }

  @Test
  void a_check_that_breaks_down_is_unchecked_and_the_next_goes_on() {
    try (Contracts contracts = new Contracts(id -> "", id -> true, 10_000)) {
      contracts.begin(plan(ContractMode.FAIL));
      contracts.add(
          "orders",
          1,
          () -> {
            throw new IllegalStateException("broken");
          },
          whole::incrementAndGet);
      contracts.add("orders", 1, () -> CALL, whole::incrementAndGet);

      assertThat(contracts.finish().checked()).isEqualTo(1);
      assertThat(contracts.finish().unchecked()).isEqualTo(1);
    }
  }

  @Test
  void the_calls_of_an_earlier_run_are_not_this_ones() {
    try (Contracts contracts = new Contracts(id -> "", id -> true)) {
      contracts.begin(plan(ContractMode.FAIL));
      contracts.add("orders", 1, () -> CALL, whole::incrementAndGet);
      contracts.begin(plan(ContractMode.WARN));

      assertThat(contracts.finish().checked()).isZero();
      assertThat(contracts.finish().mode()).isEqualTo("warn");
      assertThat(contracts.covers("orders")).isTrue();
      assertThat(contracts.covers("cart")).isFalse();
    }
  }

  @Test
  void a_mode_is_one_of_three_words() {
    assertThat(ContractMode.of("warn")).isEqualTo(ContractMode.WARN);
    assertThatThrownBy(() -> ContractMode.of("strict"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Contracts cannot be checked in the way 'strict'.\nThe ways are fail, warn and off.\n"
                + "trestle.contracts is set in the POM or on the command line.\nCorrect it.");
  }

  private ContractPlan plan(ContractMode mode) {
    return new ContractPlan(mode, Map.of("orders", document), List.of(), folder);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

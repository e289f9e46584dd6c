package dev.trestle.steps.core.allure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.qameta.allure.model.Parameter;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class StepTableTest {

  @Test
  void names_and_values_are_parameters_without_secrets() {
    StepTable table =
        new StepTable(
            List.of(
                List.of("email", "ada@shop.example"),
                List.of("password", "correct horse"),
                List.of("card", "4111 1111 1111 1111"),
                Arrays.asList("note", null)));

    assertThat(table.isPairs()).isTrue();
    assertThat(table.parameters())
        .extracting(Parameter::getName, Parameter::getValue)
        .containsExactly(
            tuple("email", "ada@shop.example"),
            tuple("password", "*****"),
            tuple("card", "**** **** **** 1111"),
            tuple("note", ""));
  }

  @Test
  void a_wider_table_is_text_without_secrets() {
    StepTable table =
        new StepTable(
            List.of(List.of("sku", "quantity", "card"), List.of("B", "2", "4111111111111111")));

    assertThat(table.isPairs()).isFalse();
    assertThat(table.text()).isEqualTo("sku\tquantity\tcard\nB\t2\t**** **** **** 1111\n");
  }

  @Test
  void no_table_is_no_pairs() {
    assertThat(new StepTable(List.of()).isPairs()).isFalse();
  }
}

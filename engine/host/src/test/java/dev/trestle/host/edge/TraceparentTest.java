package dev.trestle.host.edge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TraceparentTest {

  @Test
  void the_trace_id_of_a_scenario_is_the_second_field() {
    assertThat(Traceparent.scenario("00-7e57ca5e16cd43dd8448eb211c80319c-b7ad6b7169203331-01"))
        .isEqualTo("7e57ca5e16cd43dd8448eb211c80319c");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "7e57ca5e16cd43dd8448eb211c80319c", "00-7E57-b7ad-01"})
  void anything_else_has_none(String header) {
    assertThat(Traceparent.scenario(header)).isEmpty();
  }

  @Test
  void a_trace_that_a_service_began_is_no_scenarios() {
    assertThat(Traceparent.scenario("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"))
        .isEmpty();
  }
}

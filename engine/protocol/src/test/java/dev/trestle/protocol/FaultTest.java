package dev.trestle.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FaultTest {

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 99, 100, 101, 103, 199, 600, 999})
  void a_status_that_no_final_response_has_is_refused(int status) {
    assertThatThrownBy(() -> new Fault.Answer(status, "", ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("from 200 to 599, not " + status);
    assertThatThrownBy(() -> new Fault.Restated(200, status))
        .isInstanceOf(IllegalArgumentException.class);
    String json =
        "{\"type\":\"Answer\",\"status\":" + status + ",\"contentType\":\"a\",\"body\":\"b\"}";
    assertThatThrownBy(() -> JsonRecords.read(json, Fault.Effect.class))
        .isInstanceOf(JsonException.class)
        .hasMessageContaining("not " + status);
  }

  @Test
  void a_final_status_is_taken() {
    assertThat(new Fault.Answer(204, "", "no").status()).isEqualTo(204);
    assertThat(new Fault.Restated(200, 599).to()).isEqualTo(599);
  }
}

package dev.trestle.host.virtual;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trestle.protocol.Json;
import dev.trestle.protocol.StubMapping;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ScopedMappingTest {

  private static final String ADA = "7e57ca5e16cd43dd8448eb211c80319c";

  @Test
  void a_mapping_answers_its_scenario_before_all_others() {
    assertThat(
            scoped("{\"request\":{\"method\":\"POST\",\"headers\":{\"x\":{\"equalTo\":\"1\"}}}}"))
        .isEqualTo(
            Json.parse(
                "{\"request\":{\"method\":\"POST\",\"headers\":{\"x\":{\"equalTo\":\"1\"},"
                    + "\"traceparent\":{\"contains\":\""
                    + ADA
                    + "\"}}},\"priority\":-999995,\"persistent\":false}"));
  }

  @Test
  void the_order_among_a_scenarios_mappings_is_kept() {
    assertThat(scoped("{\"priority\":1}")).containsEntry("priority", -999_999L);
  }

  @Test
  void states_are_the_scenarios_own() {
    assertThat(scoped("{\"scenarioName\":\"twice\"}"))
        .containsEntry("scenarioName", "twice#" + ADA);
  }

  @Test
  void an_id_is_dropped_for_it_may_be_in_force_twice() {
    assertThat(scoped("{\"id\":\"x\",\"uuid\":\"x\"}")).doesNotContainKeys("id", "uuid");
  }

  private static Map<String, Object> scoped(String json) {
    return ScopedMapping.of(new StubMapping("acquirer", ADA, Json.parse(json)));
  }
}

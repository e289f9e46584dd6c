package dev.trestle.host.mutate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trestle.host.edge.PathTemplates;
import dev.trestle.protocol.Interaction;
import dev.trestle.protocol.JsonRecords;
import dev.trestle.protocol.ScenarioResult.Status;
import dev.trestle.protocol.ScenarioTrace;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecorderTest {

  private final PathTemplates templates = new PathTemplates();
  private final Recorder recorder = new Recorder(templates);

  private Recording recording() {
    return recorder.recording(Map.of());
  }

  @Test
  void keeps_which_scenario_used_what_and_how_often() {
    templates.put("pricing", List.of("GET /prices/{sku}"));
    recorder.add(
        Recordings.result("One", 70, Status.PASSED),
        false,
        List.of(
            Recordings.answer("cart", "pricing", "GET", "/prices/BEANS-1", 200, "{}", ""),
            Recordings.answer("cart", "pricing", "GET", "/prices/RICE-2", 200, "{}", ""),
            Recordings.answer("cart", "pricing", "GET", "/prices/NONE", 404, "{}", "")));

    assertThat(recording().scenarios())
        .singleElement()
        .satisfies(
            scenario -> {
              assertThat(scenario.millis()).isEqualTo(70);
              assertThat(scenario.uses())
                  .extracting(use -> use.operation() + " × " + use.count())
                  .containsExactly(
                      "cart -> pricing GET /prices/{sku} 200 × 2",
                      "cart -> pricing GET /prices/{sku} 404 × 1");
            });
  }

  @Test
  void names_of_a_scenario_are_no_part_of_an_operation() {
    String traceId = ScenarioTrace.random();
    Interaction named =
        Recordings.answer(
            "orders",
            "stock",
            "POST",
            "/stock/Beans-" + ScenarioTrace.aliasMark(traceId),
            200,
            "{}",
            "");
    recorder.add(
        Recordings.result("One", 70, Status.PASSED),
        false,
        List.of(Recordings.traced(named, traceId)));

    assertThat(recording().answers())
        .singleElement()
        .satisfies(answer -> assertThat(answer.operation().path()).isEqualTo("/stock/*"));
  }

  @Test
  void passes_by_the_tests_own_calls_and_what_a_fault_answered() {
    recorder.add(
        Recordings.result("One", 70, Status.PASSED),
        false,
        List.of(
            Recordings.answer("test", "cart", "GET", "/a", 200, "{}", ""),
            Recordings.answer("", "cart", "GET", "/a", 200, "{}", ""),
            Recordings.answer("cart", "pricing", "GET", "/a", 0, "", ""),
            Recordings.answer("cart", "pricing", "GET", "/a", 503, "{}", "answered 503")));

    assertThat(recording().answers()).isEmpty();
    assertThat(recording().scenarios()).hasSize(1);
  }

  @Test
  void a_scenario_that_is_red_or_has_an_outage_is_excluded_and_named() {
    recorder.add(Recordings.result("Red", 1, Status.FAILED, "No."), false, List.of());
    recorder.add(Recordings.result("Dark", 1, Status.PASSED), true, List.of());

    assertThat(recording().scenarios()).isEmpty();
    assertThat(recording().excluded())
        .containsExactly(
            "Red (Red.feature:3): it is failed without mutants, at Then it is so",
            "Dark (Dark.feature:3): it has an outage, which touches whatever runs");
  }

  @Test
  void keeps_fields_with_their_types_and_some_of_their_values() {
    recorder.add(
        Recordings.result("One", 1, Status.PASSED),
        false,
        List.of(
            Recordings.quoted("{\"total\":417,\"lines\":[{\"net\":1.50},{\"net\":null}]}"),
            Recordings.quoted("{\"total\":\"x\",\"token\":\"*****\",\"a.b\":1}")));

    Recording.Answer answer = recording().answers().get(0);

    assertThat(answer.count()).isEqualTo(2);
    assertThat(answer.varies()).isTrue();
    assertThat(answer.fields())
        .containsExactly(
            new Recording.Field("$.total", List.of("number", "string"), List.of("417", "\"x\"")),
            new Recording.Field("$.lines", List.of("array"), List.of()),
            new Recording.Field("$.lines[*]", List.of("object"), List.of()),
            new Recording.Field("$.lines[*].net", List.of("number", "null"), List.of("1.5")),
            new Recording.Field("$.token", List.of("string"), List.of()));
  }

  @Test
  void keeps_no_sample_with_a_secret_or_of_great_length() {
    assertThat(sample("{\"token\":\"*****\"}")).isEmpty();
    assertThat(sample("{\"text\":\"" + "a".repeat(9_000) + "\"}")).isEmpty();
    assertThat(sample("{\"text\":\"short\"}")).isEqualTo("{\"text\":\"short\"}");
  }

  private static String sample(String body) {
    return Recordings.quotes(body, "One").answers().get(0).sample();
  }

  @Test
  void is_bounded_however_much_is_answered() {
    StringBuilder wide = new StringBuilder("{");
    for (int i = 0; i < 500; i++) {
      wide.append("\"f").append(i).append("\":\"").append("v".repeat(50)).append("\",");
    }
    Recording recording = Recordings.quotes(wide.append("\"last\":1}").toString(), "One");

    assertThat(recording.answers().get(0).fields()).hasSize(60);
    assertThat(JsonRecords.write(recording).length()).isLessThan(20_000);
  }
}

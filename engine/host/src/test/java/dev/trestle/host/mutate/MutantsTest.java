package dev.trestle.host.mutate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trestle.host.edge.PathTemplates;
import dev.trestle.protocol.CallPattern;
import dev.trestle.protocol.Fault;
import dev.trestle.protocol.Interaction;
import dev.trestle.protocol.ScenarioResult.Status;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MutantsTest {

  private static final Mutants.Enumerations NONE = (operation, field) -> List.of();

  private static List<Mutant> of(Interaction... answers) {
    return of(NONE, answers);
  }

  private static List<Mutant> of(Mutants.Enumerations enumerations, Interaction... answers) {
    Recorder recorder = new Recorder(new PathTemplates());
    recorder.add(Recordings.result("One", 1, Status.PASSED), false, Arrays.asList(answers));
    return Mutants.of(recorder.recording(Map.of()), enumerations);
  }

  private static List<String> sentences(List<Mutant> mutants) {
    return mutants.stream().map(Mutant::sentence).toList();
  }

  @Test
  void each_field_is_dropped_nulled_retyped_renamed_and_a_number_is_one_too_high() {
    assertThat(sentences(of(Recordings.quoted("{\"total\":417}"))))
        .containsExactly(
            "pricing answered checkout 500 in place of 201 in POST /quotes",
            "pricing answered checkout without `$.total` in POST /quotes",
            "pricing answered checkout `$.total` one too high in POST /quotes",
            "pricing answered checkout 30 s late in POST /quotes",
            "pricing got the request of checkout twice in POST /quotes",
            "pricing answered checkout what it had answered another time in POST /quotes",
            "pricing answered checkout null at `$.total` in POST /quotes",
            "pricing answered checkout another type at `$.total` in POST /quotes",
            "pricing answered checkout `$.total` under another name in POST /quotes");
  }

  @Test
  void the_order_is_the_same_each_time_and_every_operation_comes_early() {
    Interaction quote = Recordings.quoted("{\"total\":417,\"tax\":67}");
    Interaction token =
        Recordings.answer("cart", "identity", "GET", "/keys", 200, "{\"keys\":[]}", "");

    List<Mutant> mutants = of(quote, token);

    assertThat(mutants).isEqualTo(of(token, quote));
    assertThat(mutants.stream().limit(4).map(mutant -> mutant.operation().provider()))
        .containsExactly("identity", "pricing", "identity", "pricing");
    assertThat(mutants).extracting(Mutant::id).doesNotHaveDuplicates();
  }

  @Test
  void a_request_that_only_reads_is_not_repeated() {
    assertThat(of(Recordings.answer("cart", "identity", "GET", "/keys", 200, "[]", "")))
        .extracting(Mutant::kind)
        .containsExactly(Kind.STATUS, Kind.LATE, Kind.OLDER);
  }

  @Test
  void lateness_and_repetition_are_tried_once_for_a_call_whatever_its_status() {
    List<Mutant> mutants =
        of(
            Recordings.answer("cart", "pricing", "POST", "/a", 201, "", ""),
            Recordings.answer("cart", "pricing", "POST", "/a", 409, "", ""));

    assertThat(sentences(mutants))
        .containsExactly(
            "pricing answered cart 500 in place of 201 in POST /a",
            "pricing answered cart 200 in place of 409 in POST /a",
            "pricing answered cart 30 s late in POST /a",
            "pricing got the request of cart twice in POST /a");
  }

  @Test
  void an_older_answer_that_is_always_the_same_is_no_mutant() {
    Interaction same = Recordings.quoted("{\"id\":1}");

    assertThat(of(same, same)).extracting(Mutant::kind).doesNotContain(Kind.OLDER);
    assertThat(of(same, Recordings.quoted("{\"id\":2}")))
        .extracting(Mutant::kind)
        .contains(Kind.OLDER);
  }

  @Test
  void a_value_is_swapped_for_one_of_the_document_or_one_that_was_seen() {
    Interaction open = Recordings.quoted("{\"status\":\"OPEN\",\"paid\":true}");
    Interaction shut = Recordings.quoted("{\"status\":\"SHUT\",\"paid\":true}");

    assertThat(swapped(of(open), "$.status")).isEmpty();
    assertThat(swapped(of(open, shut), "$.status")).contains(List.of("\"OPEN\"", "\"SHUT\""));
    assertThat(swapped(of(open), "$.paid")).contains(List.of("true", "false"));
    Mutants.Enumerations document =
        (operation, field) ->
            field.equals("$.status") ? List.of("\"OPEN\"", "\"LOST\"") : List.of();
    assertThat(swapped(of(document, open, shut), "$.status"))
        .contains(List.of("\"OPEN\"", "\"LOST\""));
  }

  private static Optional<List<String>> swapped(List<Mutant> mutants, String field) {
    return mutants.stream()
        .filter(mutant -> mutant.kind() == Kind.OTHER_VALUE && mutant.field().equals(field))
        .map(mutant -> ((Fault.Swapped) mutant.effect()).values())
        .findFirst();
  }

  @Test
  void a_fault_is_for_the_paths_that_the_template_stands_for() {
    CallPattern calls =
        CallPattern.of(new Operation("a", "b", "GET", "/carts/{id}/lines/*", 200).calls());
    CallPattern dotted = CallPattern.of(new Operation("a", "b", "GET", "/x.y", 200).calls());

    assertThat(calls.fits("GET", "/carts/7/lines/a-b?x=1")).isTrue();
    assertThat(calls.fits("POST", "/carts/7/lines/a-b")).isFalse();
    assertThat(calls.fits("GET", "/carts/7/lines/a/b")).isFalse();
    assertThat(calls.fits("GET", "/carts/7/other/a")).isFalse();
    assertThat(dotted.fits("GET", "/x.y")).isTrue();
    assertThat(dotted.fits("GET", "/x-y")).isFalse();
  }
}

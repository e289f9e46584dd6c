package dev.trestle.host.mutate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScheduleTest {

  private static final long AMPLE = 600_000;

  private final Recording recording = Recordings.quotes("{\"total\":417}", "One", "Two", "Three");
  private final List<Mutant> mutants = Mutants.of(recording, (operation, field) -> List.of());
  private final Ledger ledger = new Ledger(recording, 2);
  private final Schedule schedule = new Schedule(mutants, ledger, 2);

  private void tried(Mutant mutant, String scenario, Try.Result result) {
    ledger.add(mutant.id(), new Try(scenario + ".feature › " + scenario, result, "", ""));
  }

  private static List<String> names(List<Schedule.Pair> wave) {
    return wave.stream()
        .map(pair -> pair.mutant().kind() + " in " + pair.scenario().name())
        .sorted()
        .toList();
  }

  @Test
  void each_scenario_has_one_mutant_in_a_wave_and_the_shortest_is_taken_first() {
    assertThat(names(schedule.next(AMPLE)))
        .containsExactly("MISSING in Two", "PLUS_ONE in Three", "STATUS in One");
  }

  @Test
  void a_mutant_is_tried_where_it_has_not_been_until_it_is_noticed() {
    Mutant first = mutants.get(0);
    tried(first, "One", Try.Result.PASSED);
    mutants.stream().skip(1).forEach(mutant -> tried(mutant, "One", Try.Result.KILLED));
    assertThat(names(schedule.next(AMPLE))).containsExactly("STATUS in Two");

    tried(first, "Two", Try.Result.KILLED);
    assertThat(schedule.next(AMPLE)).isEmpty();
    assertThat(ledger.verdict(first)).isEqualTo(Verdict.KILLED);
  }

  @Test
  void mutants_that_were_tried_less_come_first() {
    Mutant first = mutants.get(0);
    tried(first, "Two", Try.Result.PASSED);

    assertThat(names(schedule.next(AMPLE)))
        .containsExactly("LATE in Two", "MISSING in One", "PLUS_ONE in Three");
  }

  @Test
  void a_scenario_that_noticed_others_of_the_operation_is_asked_first() {
    tried(mutants.get(7), "Three", Try.Result.KILLED);

    assertThat(names(schedule.next(AMPLE))).contains("STATUS in Three");
  }

  @Test
  void a_wave_is_as_long_as_there_is_time() {
    assertThat(schedule.next(1)).hasSize(1);
  }

  @Test
  void a_mutant_survives_when_enough_scenarios_passed_with_it() {
    Mutant first = mutants.get(0);
    tried(first, "One", Try.Result.PASSED);
    assertThat(ledger.verdict(first)).isEqualTo(Verdict.UNDECIDED);

    tried(first, "Two", Try.Result.PASSED);
    assertThat(ledger.verdict(first)).isEqualTo(Verdict.SURVIVED);
  }

  @Test
  void where_a_call_is_not_made_no_other_mutant_of_it_is_tried() {
    tried(mutants.get(0), "One", Try.Result.NOT_CALLED);

    assertThat(ledger.candidates(mutants.get(1)))
        .extracting(Recording.Scenario::name)
        .containsExactly("Two", "Three");
  }

  @Test
  void a_mutant_without_an_effect_anywhere_has_not_survived() {
    Mutant first = mutants.get(0);
    tried(first, "One", Try.Result.NOT_APPLIED);
    tried(first, "Two", Try.Result.UNCLEAR);
    assertThat(ledger.verdict(first)).isEqualTo(Verdict.UNDECIDED);

    tried(first, "Three", Try.Result.NOT_APPLIED);
    assertThat(ledger.verdict(first)).isEqualTo(Verdict.NOT_APPLIED);
  }

  @Test
  void who_noticed_one_change_of_a_field_is_asked_about_the_others_too() {
    Mutant missing = of(Kind.MISSING);
    Mutant plusOne = of(Kind.PLUS_ONE);
    Mutant late = of(Kind.LATE);
    for (Mutant mutant : List.of(missing, plusOne, late)) {
      tried(mutant, "One", Try.Result.PASSED);
    }
    tried(plusOne, "Two", Try.Result.PASSED);
    tried(late, "Two", Try.Result.PASSED);
    assertThat(ledger.verdict(plusOne)).isEqualTo(Verdict.SURVIVED);

    tried(missing, "Three", Try.Result.KILLED);

    assertThat(ledger.verdict(late)).isEqualTo(Verdict.SURVIVED);
    assertThat(ledger.verdict(plusOne)).isEqualTo(Verdict.UNDECIDED);
    assertThat(ledger.candidates(plusOne))
        .extracting(Recording.Scenario::name)
        .containsExactly("Three");
    tried(plusOne, "Three", Try.Result.PASSED);
    assertThat(ledger.verdict(plusOne)).isEqualTo(Verdict.SURVIVED);
  }

  private Mutant of(Kind kind) {
    return mutants.stream().filter(mutant -> mutant.kind() == kind).findFirst().orElseThrow();
  }
}

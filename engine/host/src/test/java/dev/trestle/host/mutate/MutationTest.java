package dev.trestle.host.mutate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trestle.host.environment.Environment;
import dev.trestle.protocol.MutationOutcome;
import dev.trestle.protocol.MutationRequest;
import dev.trestle.protocol.Protocol;
import dev.trestle.protocol.RunEvent;
import dev.trestle.protocol.RunRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MutationTest {

  @TempDir Path target;

  private final List<RunEvent> events = new ArrayList<>();
  private Mutation mutation;
  private long now;

  /** Scenarios notice what they are told to notice; a wave takes a second. */
  private final class FakeLaboratory implements Laboratory {

    private final List<String> tried = new ArrayList<>();
    private final List<String> warmed = new ArrayList<>();
    private Recording recording = Recordings.quotes("{\"total\":417}", "One", "Two");
    private Map<String, String> origin = recording.origin();
    private Predicate<Mutant> noticed = mutant -> true;
    private Runnable meanwhile = () -> {};
    private int recorded;

    @Override
    public Map<String, String> origin() {
      return origin;
    }

    @Override
    public Recording record(Map<String, String> of) {
      recorded++;
      return new Recording(of, recording.scenarios(), recording.answers(), recording.excluded());
    }

    @Override
    public void warmUp(List<Recording.Scenario> scenarios) {
      scenarios.forEach(scenario -> warmed.add(scenario.name()));
    }

    @Override
    public Mutants.Enumerations enumerations() {
      return (operation, field) -> List.of();
    }

    @Override
    public Map<Schedule.Pair, Try> run(List<Schedule.Pair> wave, long millis) {
      now += 1_000_000_000;
      meanwhile.run();
      Map<Schedule.Pair, Try> tries = new LinkedHashMap<>();
      for (Schedule.Pair pair : wave) {
        tried.add(pair.mutant().kind() + " in " + pair.scenario().name());
        boolean killed = noticed.test(pair.mutant());
        Try.Result result = killed ? Try.Result.KILLED : Try.Result.PASSED;
        tries.put(pair, new Try(pair.scenario().id(), result, "Then it is so", "It is not."));
      }
      return tries;
    }
  }

  private final FakeLaboratory laboratory = new FakeLaboratory();

  private static final Runs NO_RUNS =
      new Runs() {
        @Override
        public Optional<Environment> environment(RunRequest request, Consumer<RunEvent> events) {
          return Optional.empty();
        }

        @Override
        public void run(String traces, RunRequest request, Consumer<RunEvent> events) {}

        @Override
        public void stop() {}
      };

  private void mutate(int seconds, boolean resume) {
    events.clear();
    RunRequest run =
        new RunRequest(
            Protocol.VERSION,
            "Shop",
            target.toString(),
            List.of(),
            List.of(),
            Map.of(),
            "process",
            true,
            List.of("features"),
            List.of(),
            null,
            List.of(),
            2,
            false,
            true,
            "fail",
            "fail",
            new RunRequest.RunnerLaunch("java", List.of(), List.of()),
            new RunRequest.Output("a", "", "j", "m", "l"));
    String folder = target.resolve("mutations").toString();
    mutation =
        new Mutation(
            new MutationRequest(run, seconds * 1_000L, 0, resume, folder), NO_RUNS, events::add);
    mutation.mutate(laboratory, () -> now);
  }

  private <T extends RunEvent> T told(Class<T> type) {
    return events.stream().filter(type::isInstance).map(type::cast).findFirst().orElseThrow();
  }

  private MutationOutcome outcome() {
    return told(RunEvent.MutationFinished.class).outcome();
  }

  @Test
  void what_no_scenario_notices_is_told_in_a_sentence() throws IOException {
    laboratory.noticed = mutant -> mutant.kind() != Kind.PLUS_ONE;

    mutate(60, true);

    assertThat(outcome().total()).isEqualTo(new MutationOutcome.Edge("all", 7, 0, 1, 0, 0, 0));
    assertThat(outcome().total().score()).isEqualTo(87);
    assertThat(outcome().survivors())
        .containsExactly(
            "No scenario noticed when pricing answered checkout `$.total` one too high in POST"
                + " /quotes; there: 'Two', 'One'.");
    assertThat(laboratory.tried).contains("PLUS_ONE in One", "PLUS_ONE in Two");
    assertThat(Files.readString(target.resolve("mutations.md")))
        .contains("| checkout -> pricing | 8 | 7 | 0 | 1 | 0 | 0 | 0 | 87 % | 87 % |")
        .contains("- " + outcome().survivors().get(0));
    assertThat(Files.readString(target.resolve("mutations.json")))
        .contains("\"verdict\":\"killed\"", "\"message\":\"It is not.\"");
  }

  @Test
  void a_field_of_which_nobody_notices_anything_is_one_finding() throws IOException {
    laboratory.noticed = mutant -> mutant.field().isEmpty();

    mutate(60, true);

    assertThat(outcome().total()).isEqualTo(new MutationOutcome.Edge("all", 3, 0, 5, 5, 0, 0));
    assertThat(outcome().survivors()).isEmpty();
    assertThat(outcome().unwatched())
        .containsExactly(
            "checkout does not read, or nobody looks at what it makes of, what pricing answers to"
                + " POST /quotes with 201: `$.total`.");
    assertThat(Files.readString(target.resolve("mutations.md")))
        .contains("## Unwatched fields", "| 37 % | 100 % |");
  }

  @Test
  void what_the_budget_did_not_allow_is_tried_by_the_next_run() {
    mutate(2, true);
    assertThat(outcome().total()).isEqualTo(new MutationOutcome.Edge("all", 4, 0, 0, 0, 0, 4));

    mutate(60, true);

    assertThat(laboratory.recorded).isEqualTo(1);
    assertThat(laboratory.warmed).containsExactly("One");
    RunEvent.MutationStarted started = told(RunEvent.MutationStarted.class);
    assertThat(started.decided()).isEqualTo(4);
    assertThat(started.recording())
        .isEqualTo("goes on with the recording and the results of an earlier run");
    assertThat(outcome().total().killed()).isEqualTo(8);
    assertThat(laboratory.tried).hasSize(8).doesNotHaveDuplicates();
  }

  @Test
  void what_was_tried_is_kept_and_reported_when_it_is_ended_early() throws IOException {
    laboratory.meanwhile = () -> mutation.close();

    mutate(60, true);

    assertThat(events).noneMatch(RunEvent.MutationFinished.class::isInstance);
    assertThat(Files.readString(target.resolve("mutations.md")))
        .contains("| checkout -> pricing | 8 | 2 | 0 | 0 | 0 | 0 | 6 | 100 % | 100 % |");

    laboratory.meanwhile = () -> {};
    mutate(60, true);

    assertThat(laboratory.tried).hasSize(8).doesNotHaveDuplicates();
  }

  @Test
  void names_are_no_html() throws IOException {
    laboratory.recording = Recordings.quotes("{\"a<b\":417}", "<b>One</b> & all");
    laboratory.noticed = mutant -> mutant.kind() != Kind.PLUS_ONE;

    mutate(60, true);

    assertThat(Files.readString(target.resolve("mutations.md")))
        .contains("`$.a<b` one too high in POST /quotes; there: '&lt;b>One&lt;/b> &amp; all'.");
  }

  @Test
  void where_all_is_decided_nothing_runs() {
    mutate(60, true);
    laboratory.tried.clear();

    mutate(60, true);

    assertThat(laboratory.warmed).isEmpty();
    assertThat(laboratory.tried).isEmpty();
    assertThat(outcome().total().killed()).isEqualTo(8);
  }

  @Test
  void what_changed_since_makes_a_new_recording_and_is_named() {
    mutate(2, true);
    laboratory.origin = Map.of("the features", "2", "service cart", "1");

    mutate(60, true);

    assertThat(laboratory.recorded).isEqualTo(2);
    assertThat(told(RunEvent.MutationStarted.class))
        .isEqualTo(
            new RunEvent.MutationStarted(
                8, 0, 2, "a new recording, since these changed: service cart, the features"));
  }

  @Test
  void earlier_results_can_be_left_aside() {
    mutate(60, true);
    mutate(60, false);

    assertThat(laboratory.recorded).isEqualTo(2);
    assertThat(laboratory.tried).hasSize(16);
  }

  @Test
  void a_file_that_cannot_be_read_is_no_obstacle() throws IOException {
    Files.createDirectories(target.resolve("mutations"));
    Files.writeString(target.resolve("mutations/state.json"), "{\"version\":1,\"reco");

    mutate(60, true);

    assertThat(told(RunEvent.MutationStarted.class).recording())
        .isEqualTo("a new recording, since there is none to go on with");
    assertThat(outcome().total().killed()).isEqualTo(8);
  }

  @Test
  void without_a_green_scenario_nothing_is_tried() {
    laboratory.recording = new Recording(Map.of(), List.of(), List.of(), List.of("One: it is red"));

    assertThatThrownBy(() -> mutate(60, true))
        .hasMessageStartingWith(
            "No scenario can notice anything: none is green without mutants.\nOne: it is red\n");
    assertThat(events).isEmpty();
  }

  @Test
  void without_anything_to_mutate_nothing_is_tried() {
    laboratory.recording =
        new Recording(
            Map.of(),
            List.of(new Recording.Scenario("One", "One", "one.feature:1", 1, List.of())),
            List.of(),
            List.of());

    assertThatThrownBy(() -> mutate(60, true))
        .hasMessageStartingWith("There is nothing to mutate.\nIn 1 green scenario no service");
  }
}

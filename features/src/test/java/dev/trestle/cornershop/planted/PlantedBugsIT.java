package dev.trestle.cornershop.planted;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.shared.invoker.MavenInvocationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each bug of the README's table turns a scenario red, for the reason that the table gives. */
final class PlantedBugsIT {

  private static final Path README = Path.of("README.md");
  private static final List<String> CAUSES =
      List.of(
          "wrong API contract",
          "schema mismatch",
          "token failure",
          "timeout or retry",
          "unexpected response format",
          "broken third party",
          "lost update",
          "missing compensation");
  private static final List<Verdict> VERDICTS = new ArrayList<>();

  @Test
  void every_cause_has_two_bugs_or_more() throws IOException {
    Map<String, Long> bugs =
        BugTable.read(README).stream()
            .collect(Collectors.groupingBy(PlantedBug::cause, Collectors.counting()));

    assertThat(bugs.keySet()).containsExactlyInAnyOrderElementsOf(CAUSES);
    assertThat(bugs.values()).allMatch(count -> count >= 2);
  }

  @Test
  void every_planted_bug_is_in_the_table() throws IOException {
    try (Stream<Path> folders = Files.list(Path.of("src/planted-bugs"))) {
      List<String> planted = folders.map(folder -> folder.getFileName().toString()).toList();

      assertThat(BugTable.read(README).stream().map(PlantedBug::name))
          .containsExactlyInAnyOrderElementsOf(planted);
    }
  }

  @Test
  void a_scenario_that_is_red_for_another_reason_catches_nothing() {
    PlantedBug bug = new PlantedBug("late", "cause", "what", List.of(), "is 503", "took 9 s");
    RedScenario right = new RedScenario("right", "The status is 503", "checkout took 9 s");
    RedScenario otherMessage = new RedScenario("other", "The status is 500", "checkout took 9 s");
    RedScenario otherReason = new RedScenario("other", "The status is 503", "checkout is down");

    assertThat(new Verdict(bug, List.of(right, otherMessage, otherReason)).caughtBy())
        .containsExactly(right);
    assertThat(new Verdict(bug, List.of(otherReason)).missed())
        .contains("'late'", "took 9 s", "The status is 503", "README.md");
  }

  @TestFactory
  Stream<DynamicTest> a_scenario_turns_red_because_of_the_bug() throws IOException {
    String only = System.getProperty("planted.bug", "");
    return BugTable.read(README).stream()
        .filter(bug -> only.isEmpty() || List.of(only.split(",", -1)).contains(bug.name()))
        .map(bug -> DynamicTest.dynamicTest(bug.name(), () -> catches(bug)));
  }

  private static void catches(PlantedBug bug) throws IOException, MavenInvocationException {
    PatchedClass.of(bug);
    Verdict verdict = new Verdict(bug, FlowsRun.with(bug));
    VERDICTS.add(verdict);

    assertThat(verdict.caughtBy()).as(verdict::missed).isNotEmpty();
  }

  @AfterAll
  static void tell() throws IOException, MavenInvocationException {
    FlowsRun.stop();
    String table = VERDICTS.stream().map(Verdict::told).collect(Collectors.joining("\n\n"));
    Files.writeString(Path.of("target/planted-bugs/caught.txt"), table + "\n");
    System.out.println(table);
  }
}

package dev.trestle.steps.core.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trestle.protocol.ServiceLog;
import dev.trestle.steps.core.testing.FakeHost;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunnerIT {

  @TempDir private Path project;
  private final FakeHost host = FakeHost.start("cart");
  private RunnerProcess runner = new RunnerProcess(Path.of(""), host);

  @BeforeEach
  void prepare() {
    runner = new RunnerProcess(project, host);
  }

  @AfterEach
  void close() {
    runner.close();
    host.close();
  }

  @Test
  void shows_evidence_in_short_and_writes_all_of_it_when_the_scenario_fails() throws Exception {
    runner.feature(
        "a.feature",
        """
        Feature: Letters
          Scenario: passes
            When a long letter is read
          Scenario: fails
            When a long letter is read
            Then it has 2 items
        """);
    assertThat(runner.run()).as(runner.errors()).isZero();
    AllureResults results = runner.results();
    String passed = results.named("passes").toString();
    assertThat(passed).contains("name=letter, value=to Ada").doesNotContain("attachments=[{");
    String failed = results.named("fails").toString();
    assertThat(failed).contains("name=letter, value=to Ada").contains("name=Letter");
    assertThat(results.attachments()).containsOnlyOnce("all that is written to Ada");
  }

  @Test
  void streams_messages_and_writes_results_of_a_passing_scenario() throws Exception {
    runner.feature(
        "a.feature",
        """
        @epic:Orders @severity:Critical @owner:payments-team @issue:SHOP-12 @smoke
        Feature: Basket
          @feature:Pay_by_card
          Scenario: counted
            Given a basket with 2 items
            Then it has 2 items
        """);
    assertThat(runner.run()).as(runner.errors()).isZero();
    assertThat(host.messages().get(0)).startsWith("{\"meta\":");
    int last = host.messages().size() - 1;
    assertThat(host.messages().get(last - 1)).contains("testRunFinished");
    assertThat(host.messages().get(last))
        .startsWith("{\"trestleEnd\":")
        .contains("\"planned\":1", "\"PASSED\":1");
    assertThat(host.endedScenarios()).hasSize(1);
    AllureResults results = runner.results();
    assertThat(results.named("counted").get("status")).isEqualTo("passed");
    assertThat(results.attachments()).contains("of Ada: 2");
    assertThat(host.messages().toString()).doesNotContain("of Ada: 2");
    assertThat(results.labels("counted", "epic")).containsExactly("Orders");
    assertThat(results.labels("counted", "feature")).containsExactly("Pay by card");
    assertThat(results.labels("counted", "suite")).containsExactly("Basket");
    assertThat(results.labels("counted", "severity")).containsExactly("critical");
    assertThat(results.labels("counted", "owner")).containsExactly("payments-team");
    assertThat(results.labels("counted", "tag")).containsExactly("smoke");
    assertThat(results.named("counted").get("links").toString()).contains("SHOP-12");
    assertThat(results.files()).doesNotContain(".partial");
  }

  @Test
  void a_warm_up_leaves_no_trace() throws Exception {
    runner.feature(
        "a.feature",
        """
        Feature: Basket
          Scenario: counted
            Given a basket with 2 items
        """);
    assertThat(runner.warmedUp().run()).as(runner.errors()).isZero();
    assertThat(host.messages().stream().filter(m -> m.contains("testRunFinished"))).hasSize(1);
    assertThat(runner.results().named("counted").get("status")).isEqualTo("passed");
    assertThat(runner.errors()).isEmpty();
  }

  @Test
  void a_failing_scenario_has_its_message_and_the_services_logs() throws Exception {
    host.log(new ServiceLog("cart", List.of("cannot add", "for good")));
    runner.feature(
        "a.feature",
        """
        Feature: Basket
          Scenario: miscounted
            Given a basket with 2 items
            Then it has 3 items
        """);
    assertThat(runner.run()).as(runner.errors()).isZero();
    AllureResults results = runner.results();
    assertThat(results.named("miscounted").get("status")).isEqualTo("failed");
    assertThat(results.message("miscounted"))
        .isEqualTo(
            """
            The basket has 2 items, not 3.
            It was sent 'Bearer *****'.
            Look at features/a.feature:4.
            Count again.""");
    assertThat(results.named("miscounted").get("attachments").toString()).contains("Log of cart");
    assertThat(results.attachments()).contains("cannot add\nfor good");
    // Only the line that tells the host what to mask has it.
    assertThat(host.messages())
        .filteredOn(message -> !message.startsWith("{\"trestleSecrets\""))
        .anyMatch(message -> message.contains("FAILED"))
        .noneMatch(message -> message.contains("abcdefghijklmnop"));
  }

  @Test
  void a_scenario_whose_calls_violate_a_contract_has_that_although_it_passed() throws Exception {
    host.violated("cart -> pricing, POST /quotes, response 200\n/net: wrong type");
    host.violated("test -> cart, GET /carts, response 204\nundocumented status");
    runner.feature(
        "a.feature",
        """
        Feature: Basket
          Scenario: counted
            Given a basket with 2 items
        """);
    assertThat(runner.run()).as(runner.errors()).isZero();
    AllureResults results = runner.results();
    assertThat(results.named("counted").get("status")).isEqualTo("passed");
    assertThat(results.named("counted").get("attachments").toString())
        .contains("Violated contracts");
    assertThat(results.attachments())
        .contains(
            "cart -> pricing, POST /quotes, response 200\n/net: wrong type\n\n"
                + "test -> cart, GET /carts, response 204\nundocumented status");
  }

  @Test
  void undefined_ambiguous_and_pending_scenarios_are_red_in_allure() throws Exception {
    runner.feature(
        "a.feature",
        """
        Feature: Basket
          Scenario: undefined
            Given a basket with 2 itmes
            And a basket with 1 item
          Scenario: ambiguous
            When it is ambiguous
          Scenario: pending
            When it is not written yet
        """);
    assertThat(runner.run()).as(runner.errors()).isZero();
    AllureResults results = runner.results();
    assertThat(results.all("status")).containsExactly("broken", "broken", "broken");
    assertThat(results.message("undefined"))
        .startsWith("No step matches 'a basket with 2 itmes'.")
        .contains("a basket with {int} item(s)", "features/a.feature:3");
    assertThat(results.message("ambiguous")).contains("it is {word}", "it is ambiguous");
    assertThat(results.message("pending")).contains("The team is at it.");
    assertThat(host.messages().toString())
        .contains("UNDEFINED", "AMBIGUOUS", "PENDING")
        .contains("\"fileName\":\"Undefined step\"");
  }

  @Test
  void a_parse_error_reaches_the_host_and_is_told() throws Exception {
    runner.feature("a.feature", "Feature: Good\n  Scenario: s\n    Given a basket with 1 item\n");
    runner.feature("b.feature", "Feature: Bad\n  Scenario: s\n    Given a\n    Give b\n");
    assertThat(runner.run()).isEqualTo(Runner.COULD_NOT_RUN);
    assertThat(host.messages()).hasSize(1);
    assertThat(host.messages().get(0)).contains("parseError", "b.feature", "\"line\":4");
    assertThat(runner.text("err")).contains("Cucumber could not run.", "b.feature");
  }

  @Test
  void a_bad_tag_expression_is_told() throws Exception {
    runner.feature("a.feature", "Feature: F\n  Scenario: s\n    Given a basket with 1 item\n");
    assertThat(runner.tags("@a and (").run()).isEqualTo(Runner.COULD_NOT_RUN);
    assertThat(runner.text("err")).contains("@a and (");
  }

  @Test
  void a_folder_without_features_runs_no_scenario() throws Exception {
    Files.createDirectories(project.resolve("features"));
    assertThat(runner.run()).as(runner.errors()).isZero();
    assertThat(host.messages().toString()).contains("testRunFinished").doesNotContain("\"pickle\"");
  }

  @Test
  void phrasebooks_are_no_scenarios_and_a_dry_run_runs_nothing() throws Exception {
    runner.feature(
        "a.feature",
        "Feature: F\n  Scenario: s\n    Given a basket with 1 item\n    Then it flies\n");
    runner.feature(
        "a.phrases.feature",
        "Feature: Phrases\n  Scenario: my own phrase\n    Given a basket with 1 item\n");
    assertThat(runner.dryRun().run()).as(runner.errors()).isZero();
    assertThat(host.messages().toString())
        .contains("\"fileName\":\"Undefined step\"")
        .doesNotContain("\"name\":\"my own phrase\"");
    assertThat(host.endedScenarios()).isEmpty();
  }

  @Test
  void a_missing_feature_is_told() throws Exception {
    Files.createDirectories(project.resolve("features"));
    assertThat(runner.select("features/none.feature").run()).isEqualTo(Runner.COULD_NOT_RUN);
    assertThat(runner.text("err"))
        .contains("The feature file or folder 'features/none.feature' does not exist.");
  }

  @Test
  void a_failing_clean_up_fails_the_scenario_but_hides_no_failure() throws Exception {
    runner.feature(
        "a.feature",
        """
        Feature: Basket
          Scenario: left behind
            Given a clean-up that fails
          Scenario: miscounted
            Given a clean-up that fails
            And a basket with 2 items
            Then it has 3 items
        """);
    assertThat(runner.run()).as(runner.errors()).isZero();
    AllureResults results = runner.results();
    assertThat(results.message("left behind"))
        .startsWith("Could not drop the table at the scenario's end.")
        .contains("the table is locked");
    assertThat(results.message("miscounted")).startsWith("The basket has 2 items, not 3.");
    assertThat(host.endedScenarios()).hasSize(2);
  }

  @Test
  void takes_the_projects_spring_instead_of_picocontainer() throws Exception {
    runner.feature("a.feature", "Feature: F\n  Scenario: s\n    Then Spring injects beans\n");
    runner.withSpring().glue("dev.trestle.steps.core.runner.springglue");
    assertThat(runner.run()).as(runner.errors()).isZero();
    assertThat(runner.results().named("s").get("status"))
        .as(() -> runner.results().message("s"))
        .isEqualTo("passed");
  }

  @Test
  void four_lanes_run_four_scenarios_at_once() throws Exception {
    runner.feature(
        "a.feature",
        """
        Feature: Lanes
          Scenario Outline: lane
            Given a basket with <n> items
            When four scenarios run at once
            Then it has <n> items
            Examples:
              | n |
              | 1 |
              | 2 |
              | 3 |
              | 4 |
        """);
    assertThat(runner.lanes(4).run()).as(runner.errors()).isZero();
    assertThat(runner.results().all("status"))
        .containsExactly("passed", "passed", "passed", "passed");
    assertThat(host.endedScenarios()).doesNotHaveDuplicates().hasSize(4);
  }

  @Test
  void the_end_of_standard_input_ends_a_run_that_takes_forever() throws Exception {
    runner.feature("a.feature", "Feature: F\n  Scenario: s\n    When the run takes forever\n");
    Process process = runner.start();
    Awaitility.await()
        .atMost(60, TimeUnit.SECONDS)
        .until(() -> Files.exists(project.resolve("waiting")));
    process.getOutputStream().close();
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(ParentWatch.ORPHANED);
  }

  @Test
  void history_ids_do_not_move_with_lines_and_differ_between_examples() throws Exception {
    String feature =
        """
        Feature: F
          Scenario Outline: o
            Given a basket with <n> items
            Examples:
              | n |
              | 1 |
              | 2 |
              | 2 |
          Rule: r
            Scenario: o
              Given a basket with 1 item
        """;
    runner.feature("a.feature", feature);
    assertThat(runner.run()).as(runner.errors()).isZero();
    List<String> before = runner.results().all("historyId");
    assertThat(before).hasSize(4).doesNotHaveDuplicates();
    assertThat(runner.results().all("testCaseId").stream().distinct()).hasSize(2);
    assertThat(runner.results().labels("o", "feature")).containsExactly("F");

    runner.feature("a.feature", "# one line\n\n" + feature);
    assertThat(runner.run()).as(runner.errors()).isZero();
    assertThat(runner.results().all("historyId")).hasSize(8);
    assertThat(runner.results().all("historyId").stream().distinct())
        .containsExactlyInAnyOrderElementsOf(before);
  }

  @Test
  void glue_with_the_same_step_twice_is_told() throws Exception {
    runner.feature("a.feature", "Feature: F\n  Scenario: s\n    Then Spring injects beans\n");
    runner.glue("dev.trestle.steps.core.runner.badglue");
    assertThat(runner.run()).isEqualTo(Runner.COULD_NOT_RUN);
    assertThat(runner.text("err"))
        .contains("is defined twice.", "BadSteps", "Take one of them out")
        .doesNotContain("  at ");
  }

  @Test
  void glue_with_an_unknown_type_or_an_invalid_expression_harms_no_more_than_it_must()
      throws Exception {
    String feature =
        "Feature: F\n  Scenario: fine\n    Given fine\n"
            + "  Scenario: ball\n    Given the ball is red\n    And within 1 s, the ball is red\n";
    runner.feature("a.feature", feature);
    runner.glue("dev.trestle.steps.core.runner.unknowntype");
    assertThat(runner.run()).as(runner.errors()).isZero();
    assertThat(runner.results().named("fine").get("status")).isEqualTo("passed");
    assertThat(runner.results().named("ball").get("status")).isEqualTo("broken");
    assertThat(runner.results().message("ball"))
        .contains("the parameter type {colour}, which nothing defines", "UnknownTypeSteps.ball");
    assertThat(host.messages().toString()).contains("\"status\":\"UNDEFINED\"");

    runner.glue("dev.trestle.steps.core.runner.invalidexpression");
    assertThat(runner.run()).isEqualTo(Runner.COULD_NOT_RUN);
    assertThat(runner.text("err"))
        .contains(
            "The step definition '^a (b$' cannot be used.",
            "Look at dev.trestle.steps.core.runner.invalidexpression.InvalidSteps.b()",
            "Correct the expression in its annotation.");
  }

  @Test
  void a_hook_with_a_bad_tag_expression_is_told_with_its_place() throws Exception {
    runner.feature("a.feature", "Feature: F\n  Scenario: s\n    Given fine\n");
    runner.glue("dev.trestle.steps.core.runner.badhook");
    assertThat(runner.run()).isEqualTo(Runner.COULD_NOT_RUN);
    assertThat(runner.text("err"))
        .contains("BadHook.prepare()", "@a and (")
        .doesNotContain("\n  at ");
  }

  @Test
  void files_without_a_feature_harm_nothing() throws Exception {
    runner.feature("empty.feature", "");
    runner.feature("comment.feature", "\n  # language: en\n# later\n");
    runner.feature("good.feature", "Feature: F\n  Scenario: s\n    Given a basket with 1 item\n");
    assertThat(runner.run()).as(runner.errors()).isZero();
    assertThat(runner.results().all("name")).containsExactly("s");

    assertThat(runner.select("features/empty.feature").run()).as(runner.errors()).isZero();
  }

  @Test
  void a_scenario_without_steps_is_red_and_says_so() throws Exception {
    runner.feature(
        "a.feature",
        """
        Feature: Basket
          Background:
            Given a basket with 2 items

          Scenario: empty

          Scenario: counted
            Then it has 2 items
        """);
    assertThat(runner.run()).as(runner.errors()).isZero();
    assertThat(runner.results().named("empty").get("status")).isEqualTo("failed");
    assertThat(runner.results().message("empty"))
        .isEqualTo(
            """
            The scenario 'empty' has no steps.
            It tests nothing, so it cannot pass.
            Look at features/a.feature:5.
            Write its steps, or remove it.""");
    assertThat(runner.results().named("counted").get("status")).isEqualTo("passed");
    assertThat(host.messages().get(host.messages().size() - 1)).contains("\"FAILED\":1");
  }

  @Test
  void what_never_runs_in_a_feature_is_refused_before_anything_runs() throws Exception {
    runner.feature(
        "a.feature",
        """
        Feature: Basket
          # A comment
          We sell beans.

          Scenaro: miscounted
            Given a basket with 2 items

          Scenario: counted
            given a basket with 2 items
            Then it has 2 items

        """);
    runner.feature(
        "b.feature",
        """
        Feature: Only a background
          Background:
            Given a basket with 2 items
        """);
    assertThat(runner.run()).isEqualTo(2);
    assertThat(runner.text("err"))
        .contains("features/a.feature:5: 'Scenaro: miscounted' is taken for a description")
        .contains("features/a.feature:9: 'given a basket with 2 items' is taken")
        .contains("features/b.feature:2: no scenario follows this background");
    assertThat(host.messages().stream().filter(m -> m.startsWith("{\"parseError\":"))).hasSize(3);
    assertThat(host.messages()).noneMatch(message -> message.contains("testCaseStarted"));
  }

  @Test
  void an_outline_without_a_row_is_stated_and_the_rest_runs() throws Exception {
    runner.feature(
        "a.feature",
        """
        @shop
        Feature: Basket
          Scenario: counted
            Given a basket with 2 items

          @later
          Scenario Outline: no table
            Then it has <n> items
            @x
            Examples: come with the next story
              We do not have them yet.

          Rule: more
            Scenario Outline: no row
              Given a basket with <n> items
              Examples:
                | n |
              Examples:
                | n |
                | 3 |
              Examples:
        """);
    assertThat(runner.run()).as(runner.errors()).isZero();
    assertThat(runner.results().all("status")).containsExactly("passed", "passed");
    assertThat(leftOut()).hasSize(3);
    assertThat(leftOut().get(0)).contains("a.feature", "\"line\":10", "these examples have no row");
    assertThat(leftOut().get(1)).contains("\"line\":16");
    assertThat(leftOut().get(2)).contains("\"line\":21");
    assertThat(host.messages().get(host.messages().size() - 1))
        .contains("\"planned\":2", "\"PASSED\":2");

    host.messages().clear();
    assertThat(runner.tags("@shop and not @later").run()).as(runner.errors()).isZero();
    assertThat(leftOut()).hasSize(2);

    host.messages().clear();
    runner.tags("@shop").select("features/a.feature:3");
    assertThat(runner.run()).as(runner.errors()).isZero();
    assertThat(leftOut()).isEmpty();
  }

  private List<String> leftOut() {
    return host.messages().stream().filter(m -> m.startsWith("{\"trestleLeftOut\":")).toList();
  }

  @Test
  void what_was_said_before_step_code_exits_arrives() throws Exception {
    runner.feature(
        "a.feature",
        """
        Feature: Basket
          Scenario: counted
            Given a basket with 2 items
          Scenario: ends
            When the step exits with code 0
          Scenario: never
            Given a basket with 2 items
        """);
    assertThat(runner.run()).as(runner.errors()).isZero();

    assertThat(host.messages().toString().split("testCaseStarted\":")).hasSize(3);
    assertThat(host.messages()).filteredOn(m -> m.startsWith("{\"testCaseFinished\"")).hasSize(1);
    assertThat(host.messages()).noneMatch(m -> m.startsWith("{\"trestleEnd\""));
  }

  @Test
  void the_plan_has_what_the_selection_leaves_in_the_order_in_which_it_runs() throws Exception {
    runner.feature(
        "a.feature",
        """
        Feature: Basket
          @yes
          Scenario: counted
            Given a basket with 2 items
          Scenario: left out
            Given a basket with 2 items
          @yes
          Scenario Outline: rows
            Given a basket with <n> items
            Examples:
              | n |
              | 1 |
              | 2 |
        """);
    assertThat(runner.tags("@yes").run()).as(runner.errors()).isZero();
    assertThat(host.messages().stream().filter(m -> m.startsWith("{\"pickle\":"))).hasSize(4);
    String plan =
        host.messages().stream()
            .filter(m -> m.startsWith("{\"trestlePlan\":"))
            .findFirst()
            .orElseThrow();
    assertThat(plan.split(",")).hasSize(3);
    assertThat(host.messages().get(host.messages().size() - 1))
        .contains("\"planned\":3", "\"PASSED\":3");
  }

  @Test
  void the_projects_own_order_and_limit_are_in_the_plan() throws Exception {
    runner.feature(
        "a.feature",
        """
        Feature: Basket
          Scenario: one
            Given a basket with 2 items
          Scenario: two
            Given a basket with 2 items
          Scenario: three
            Given a basket with 2 items
        """);
    runner.settings("cucumber.execution.order=random\ncucumber.execution.limit=2\n");
    assertThat(runner.run()).as(runner.errors()).isZero();
    assertThat(host.messages().get(host.messages().size() - 1))
        .contains("\"planned\":2", "\"PASSED\":2");
  }
}

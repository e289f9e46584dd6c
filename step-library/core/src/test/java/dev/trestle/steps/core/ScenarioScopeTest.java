package dev.trestle.steps.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trestle.protocol.EnvironmentDescription;
import dev.trestle.protocol.ServiceDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ScenarioScopeTest {

  private final TestScope test =
      TestScope.open(
          new EnvironmentDescription(
              "process",
              List.of(
                  service("cart", Map.of("8080", "127.0.0.1:4711")),
                  service("payment", Map.of("8080", "127.0.0.1:2")),
                  new ServiceDescription(
                      "shop",
                      ServiceDescription.Kind.SERVICE,
                      Map.of("5005", "127.0.0.1:3", "8080", "127.0.0.1:4", "3000", "127.0.0.1:5"),
                      Map.of(ServiceDescription.PORT, "3000")),
                  service("quiet", Map.of()))));

  private final ScenarioScope scope = test.scope();

  private static ServiceDescription service(String name, Map<String, String> endpoints) {
    return new ServiceDescription(name, ServiceDescription.Kind.SERVICE, endpoints, Map.of());
  }

  @AfterEach
  void unbind() {
    ScenarioScope.end();
  }

  @Test
  void is_bound_to_the_thread_until_its_end() {
    assertThat(ScenarioScope.current()).isSameAs(scope);
    test.close();
    assertThatThrownBy(ScenarioScope::current)
        .isInstanceOf(StepFailure.class)
        .hasMessageContaining("No scenario runs on thread");
  }

  @Test
  void sends_a_new_span_of_the_same_trace_each_time() {
    String first = scope.newTraceparent();
    assertThat(first).matches("00-" + scope.traceId() + "-[0-9a-f]{16}-01");
    assertThat(scope.newTraceparent()).isNotEqualTo(first);
    assertThat(scope.traceId()).matches("[0-9a-f]{32}");
  }

  @Test
  void knows_whether_it_or_a_copy_of_it_sent_its_trace() {
    assertThat(scope.hasSentTrace()).isFalse();
    assertThat(scope.copy(1).newTraceparent()).contains(scope.traceId());
    assertThat(scope.hasSentTrace()).isTrue();
    assertThat(scope.copy(2).hasSentTrace()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "\\${x}, ${x}",
        "Hello \\${name}!, Hello ${name}!",
        "\\${name} ${name} \\${name}, ${name} Ada ${name}",
        "${name}\\${x}, Ada${x}",
        "\\${alias:${name}}, ${alias:Ada}",
        "a\\b \\$5, a\\b \\$5"
      })
  void a_backslash_keeps_a_placeholder_as_it_is(String written, String text) {
    scope.set("name", "Ada");
    assertThat(scope.resolve(written)).isEqualTo(text);
  }

  @Test
  void resolves_names_functions_and_what_is_nested_in_them() {
    scope.set("cart", 42);
    scope.set("name", "Ada");
    assertThat(scope.resolve("/carts/${cart}")).isEqualTo("/carts/42");
    assertThat(scope.resolve("no placeholder {at} all $")).isEqualTo("no placeholder {at} all $");
    assertThat(scope.resolve("${alias:Ada}")).isEqualTo(scope.alias("Ada"));
    assertThat(scope.resolve("${alias:${name}}!")).isEqualTo(scope.alias("Ada") + "!");
    assertThat(scope.resolve("${uuid}")).hasSize(36);
    assertThat(scope.resolve("${now}")).endsWith("Z");
  }

  @Test
  void does_not_resolve_what_a_value_happens_to_contain() {
    scope.set("raw", "${cart}");
    assertThat(scope.resolve("<${raw}>")).isEqualTo("<${cart}>");
  }

  @Test
  void lists_the_known_names_when_one_is_unknown() {
    scope.set("cart", 1);
    scope.set("order", 2);
    assertThatThrownBy(() -> scope.resolve("${crat}"))
        .hasMessage(
            """
            Nothing is saved as 'crat'.
            Known names: cart, order.
            Look at test.feature:1.
            Save it in an earlier step, or correct the name.""");
    assertThatThrownBy(() -> scope.resolve("${nmae:x}"))
        .hasMessageContaining("Known functions: alias, now, uuid.");
    assertThatThrownBy(() -> scope.resolve("a ${cart")).hasMessageContaining("has no end");
  }

  @Test
  void an_environment_without_services_asks_for_a_compose_file() {
    EnvironmentDescription empty = new EnvironmentDescription("process", List.of());
    assertThatThrownBy(() -> TestScope.open(empty).scope().address("cart"))
        .hasMessageContaining("Service 'cart' is unknown.")
        .hasMessageContaining("there is no Compose file, or it names none.")
        .hasMessageContaining("Write a compose.yaml with the service");
  }

  @Test
  void an_alias_without_a_name_is_refused() {
    for (String blank : List.of("", " ")) {
      assertThatThrownBy(() -> scope.resolve("${alias:" + blank + "}"))
          .hasMessageContaining("'${alias:" + blank + "}' has no name.");
    }
  }

  @Test
  void aliases_are_stable_within_a_scenario_and_differ_between_scenarios() {
    String wire = scope.alias("BEANS-1");
    assertThat(wire).matches("BEANS-1-[0-9a-z]{6}").isEqualTo(scope.alias("BEANS-1"));
    assertThat(scope.alias(wire)).isEqualTo(wire);
    assertThat(TestScope.open().scope().alias("BEANS-1")).isNotEqualTo(wire);
  }

  @Test
  void an_alias_of_an_address_is_still_an_address() {
    assertThat(scope.alias("ada@example.org")).matches("ada-[0-9a-z]{6}@example\\.org");
  }

  @Test
  void reveals_aliases_also_where_a_service_encoded_or_derived_from_them() {
    String wire = scope.alias("Ada Lovelace");
    assertThat(scope.reveal(wire.replace(" ", "%20").toUpperCase(java.util.Locale.ROOT)))
        .isEqualTo("ADA%20LOVELACE");
    assertThat(scope.reveal("Order of " + wire + " and " + scope.alias("BEANS-1")))
        .isEqualTo("Order of Ada Lovelace and BEANS-1");
  }

  @Test
  void a_copy_shares_what_is_known_and_keeps_what_it_adds() throws Throwable {
    scope.set("price", 350);
    String beans = scope.alias("Beans");
    ScenarioScope first = scope.copy(1);
    ScenarioScope second = scope.copy(2);
    first.set("order", 7);
    assertThat(first.traceId()).isEqualTo(scope.traceId());
    assertThat(first.resolve("${price} ${order}")).isEqualTo("350 7");
    assertThatThrownBy(() -> second.get("order")).hasMessageContaining("Known names: price.");
    assertThatThrownBy(() -> scope.get("order")).hasMessageContaining("Known names: price.");
    assertThat(first.alias("Beans")).isEqualTo(beans).isEqualTo(second.alias("Beans"));
    assertThat(first.alias("ada@example.org"))
        .matches("ada-1-[0-9a-z]{6}@example\\.org")
        .isEqualTo(first.alias(first.alias("ada@example.org")));
    assertThat(scope.reveal(second.alias("Ada"))).isEqualTo("Ada-2");
    assertThat(first.seed()).isNotEqualTo(second.seed());
    first.bound(() -> assertThat(ScenarioScope.current()).isSameAs(first));
    assertThat(ScenarioScope.current()).isSameAs(scope);
  }

  @Test
  void what_a_copy_leaves_is_cleaned_up_at_the_scenarios_end() {
    List<String> done = new ArrayList<>();
    scope.copy(1).onEnd("remove the user", () -> done.add("user"));
    test.close();
    assertThat(done).containsExactly("user");
  }

  @Test
  void makes_an_artifacts_state_once() {
    List<String> state = scope.state(List.class, ArrayList<String>::new);
    state.add("kept");
    assertThat(scope.state(List.class, ArrayList<String>::new)).isSameAs(state);
  }

  @Test
  void cleans_up_in_reverse_order_and_all_of_it_when_one_fails() {
    List<String> done = new ArrayList<>();
    scope.onEnd("remove the user", () -> done.add("user"));
    scope.onEnd(
        "drop the cart",
        () -> {
          throw new IllegalStateException("it is locked");
        });
    scope.onEnd("close the file", () -> done.add("file"));
    assertThatThrownBy(test::close)
        .hasMessage("The clean-up 'drop the cart' failed.")
        .hasRootCauseMessage("it is locked");
    assertThat(done).containsExactly("file", "user");
  }

  @Test
  void attaches_as_written_without_secrets_and_bounded() {
    scope.attach("Answer", "text/plain", scope.alias("Ada") + " {\"password\": \"hunter2\"}");
    scope.attach("Long", "text/plain", "x".repeat(300 * 1024));
    assertThat(test.attachments().get(0))
        .isEqualTo(
            new TestScope.Attachment("Answer", "text/plain", "Ada {\"password\": \"*****\"}"));
    assertThat(test.attachments().get(1).content())
        .hasSizeLessThan(257 * 1024)
        .endsWith("… cut: 307200 characters in all");
  }

  @Test
  void knows_the_address_of_a_service_and_lists_services_when_it_does_not() {
    assertThat(scope.address("cart")).isEqualTo("http://127.0.0.1:4711");
    assertThat(scope.address("payment")).isEqualTo("http://127.0.0.1:2");
    assertThat(scope.address("shop")).isEqualTo("http://127.0.0.1:5");
    assertThatThrownBy(() -> scope.address("crat"))
        .hasMessageContaining("Service 'crat' is unknown.")
        .hasMessageContaining("cart, payment, shop, quiet");
    assertThatThrownBy(() -> scope.address("quiet")).hasMessageContaining("has no port");
  }

  @Test
  void says_when_the_run_has_no_environment() {
    try (TestScope alone = TestScope.open()) {
      assertThatThrownBy(() -> alone.scope().address("cart"))
          .hasMessageContaining("This run has no environment.");
      assertThatThrownBy(() -> alone.scope().host()).hasMessageContaining("mvn trestle:run");
    }
  }

  @Test
  void a_failure_tells_its_parts_as_written_and_without_secrets() {
    StepFailure failure =
        StepFailure.of("Wrong status for " + scope.alias("Ada") + ".")
            .evidence("Sent: Authorization: Bearer abcdefghijkl")
            .look("See cart.log.")
            .fix("Log in first.")
            .causedBy(new IllegalStateException("beneath"));
    assertThat(failure)
        .hasMessage(
            """
            Wrong status for Ada.
            Sent: Authorization: Bearer *****
            See cart.log.
            Log in first.""")
        .hasRootCauseMessage("beneath");
  }
}

package dev.trestle.steps.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ScenarioScopeStateTest {

  private record Inner(String name) {}

  private record Outer(Inner inner) {}

  @Test
  void a_state_is_made_once_and_may_ask_for_another_while_it_is_made() {
    try (TestScope test = TestScope.open()) {
      ScenarioScope scope = test.scope();
      Outer outer =
          scope.state(
              Outer.class, () -> new Outer(scope.state(Inner.class, () -> new Inner("first"))));
      assertThat(scope.state(Outer.class, () -> new Outer(new Inner("second")))).isSameAs(outer);
      assertThat(scope.state(Inner.class, () -> new Inner("third"))).isSameAs(outer.inner());
    }
  }
}

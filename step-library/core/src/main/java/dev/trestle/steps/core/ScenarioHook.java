package dev.trestle.steps.core;

import io.cucumber.core.backend.HookDefinition;
import io.cucumber.core.backend.TestCaseState;
import java.util.function.Consumer;

/**
 * The outermost hook around a scenario: Cucumber runs the lowest order first before a scenario and
 * last after it.
 */
record ScenarioHook(String name, Consumer<TestCaseState> action) implements HookDefinition {

  @Override
  public void execute(TestCaseState state) {
    action.accept(state);
  }

  @Override
  public String getTagExpression() {
    return "";
  }

  @Override
  public int getOrder() {
    return Integer.MIN_VALUE;
  }

  @Override
  public boolean isDefinedAt(StackTraceElement stackTraceElement) {
    return false;
  }

  @Override
  public String getLocation() {
    return name;
  }
}

package dev.trestle.steps.core.allure;

import io.cucumber.plugin.event.DataTableArgument;
import io.cucumber.plugin.event.EventHandler;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.PickleStepTestStep;
import io.cucumber.plugin.event.Step;
import io.cucumber.plugin.event.TestStepStarted;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cucumber's events for Allure's plugin, with the tables hidden that are shown as parameters: it
 * would write each into a file.
 *
 * @param cucumber the real events
 */
record WithoutTables(EventPublisher cucumber) implements EventPublisher {

  @Override
  public <T> void registerHandlerFor(Class<T> type, EventHandler<T> handler) {
    cucumber.registerHandlerFor(
        type,
        type == TestStepStarted.class
            ? event -> handler.receive(type.cast(plain((TestStepStarted) event)))
            : handler);
  }

  @Override
  public <T> void removeHandlerFor(Class<T> type, EventHandler<T> handler) {
    throw new UnsupportedOperationException("Allure's plugin stays for the whole run.");
  }

  private static TestStepStarted plain(TestStepStarted event) {
    return event.getTestStep() instanceof PickleStepTestStep step && table(step).isPairs()
        ? new TestStepStarted(event.getInstant(), event.getTestCase(), plain(step))
        : event;
  }

  /** The table of a step, which has no rows when there is none. */
  static StepTable table(PickleStepTestStep step) {
    return new StepTable(
        step.getStep().getArgument() instanceof DataTableArgument table
            ? table.cells()
            : List.of());
  }

  private static PickleStepTestStep plain(PickleStepTestStep step) {
    Step inner = except(Step.class, step.getStep(), "getArgument", null);
    return except(PickleStepTestStep.class, step, "getStep", inner);
  }

  /** The same but for one method; a proxy, since later versions of Cucumber may add methods. */
  private static <T> T except(Class<T> type, T real, String name, @Nullable Object answer) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              if (method.getName().equals(name)) {
                return answer;
              }
              try {
                return method.invoke(real, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }
}

package dev.trestle.steps.core;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trestle.protocol.HostClient;
import dev.trestle.steps.core.internal.HostSession;
import io.cucumber.core.backend.TestCaseState;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ScenarioLifecycleTest {

  private static final TestCaseState NOWHERE =
      (TestCaseState)
          Proxy.newProxyInstance(
              TestCaseState.class.getClassLoader(),
              new Class<?>[] {TestCaseState.class},
              (proxy, method, arguments) ->
                  method.getReturnType() == int.class ? (Object) 1 : null);

  private final HostSession session =
      HostSession.of(new HostClient(URI.create("http://127.0.0.1:1"), "token"));

  @AfterEach
  void end() {
    HostSession.use(null);
  }

  @Test
  @Timeout(value = 10, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void a_scenario_that_cannot_begin_keeps_no_lane_from_others() {
    HostSession.use(session);

    assertThatThrownBy(() -> ScenarioLifecycle.begin(NOWHERE)).isInstanceOf(RuntimeException.class);

    assertThatCode(() -> session.lanes().enter(true)).doesNotThrowAnyException();
  }
}

package dev.trestle.steps.core.runner;

import dev.trestle.protocol.HostClient;
import dev.trestle.protocol.Protocol;
import dev.trestle.protocol.RunnerRequest;
import dev.trestle.steps.core.internal.RunStatement;
import dev.trestle.steps.core.internal.RunningRun;
import dev.trestle.steps.core.internal.UndefinedSteps;
import io.qameta.allure.Allure;
import io.qameta.allure.AllureLifecycle;
import io.qameta.allure.AllureResultsWriter;
import io.qameta.allure.model.TestResult;
import io.qameta.allure.model.TestResultContainer;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.List;

/**
 * Loads what every run needs while a standby runner waits for its request: a dry run of nothing,
 * with the library's glue, that leaves no trace.
 */
final class WarmUp {

  private static final String FEATURE = "classpath:dev/trestle/steps/core/runner/warm-up.feature";

  private WarmUp() {}

  static void run() {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    if (loader.getResource("cucumber.properties") != null) {
      return; // It may name plugins that write files, which only the real run should.
    }
    AllureLifecycle before = Allure.getLifecycle();
    Allure.setLifecycle(new AllureLifecycle(new NoResults()));
    OutputStream nowhere = OutputStream.nullOutputStream();
    RunStatement statement = new RunStatement(nowhere);
    RunningRun.use(new RunningRun(nowhere, new UndefinedSteps((text, at) -> text), statement));
    try {
      RunnerRequest request = request();
      CucumberRuntime.run(
          CucumberArguments.of(request, loader), loader, new FeatureChecks(true), statement);
      new HostClient(URI.create(request.host()), request.token());
    } catch (RuntimeException | LinkageError e) {
      // Whatever is wrong will be told by the run itself.
      return;
    } finally {
      RunningRun.use(null);
      Allure.setLifecycle(before);
    }
  }

  private static RunnerRequest request() {
    return new RunnerRequest(
        Protocol.VERSION,
        "http://127.0.0.1:1",
        "",
        List.of(FEATURE),
        List.of(),
        null,
        List.of(),
        1,
        "",
        true,
        "",
        "");
  }

  private static final class NoResults implements AllureResultsWriter {

    @Override
    public void write(TestResult result) {}

    @Override
    public void write(TestResultContainer container) {}

    @Override
    public void write(String source, InputStream attachment) {}
  }
}

package dev.trestle.steps.core.runner;

import dev.trestle.protocol.HostClient;
import dev.trestle.protocol.RunnerRequest;
import dev.trestle.steps.core.allure.ResultFiles;
import dev.trestle.steps.core.catalogue.StepCatalogue;
import dev.trestle.steps.core.internal.HostSession;
import dev.trestle.steps.core.internal.RunStatement;
import dev.trestle.steps.core.internal.RunningRun;
import dev.trestle.steps.core.internal.TraceIds;
import dev.trestle.steps.core.internal.UndefinedSteps;
import dev.trestle.steps.core.phrase.FeatureTexts;
import io.cucumber.messages.types.Envelope;
import io.qameta.allure.Allure;
import io.qameta.allure.AllureLifecycle;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/** One run of Cucumber, which states what it plans and, at its own good end, what came of it. */
public final class CucumberRun {

  private static final long PATIENCE_MILLIS = 60_000;
  private static final long LAST_MILLIS = 5_000;

  private final RunnerRequest request;
  private final HostClient host;
  private final PrintStream errors;
  private final ClassLoader loader = Thread.currentThread().getContextClassLoader();

  private CucumberRun(RunnerRequest request, HostClient host, PrintStream errors) {
    this.request = request;
    this.host = host;
    this.errors = errors;
  }

  /**
   * A run that is still to be started.
   *
   * @param errors where is said why Cucumber could not run
   */
  public static CucumberRun of(RunnerRequest request, HostClient host, PrintStream errors) {
    return new CucumberRun(request, host, errors);
  }

  /** Runs and returns 0 when Cucumber came to its end, whatever the scenarios' results. */
  public int run() {
    quieten();
    try {
      return run(LearnedSecrets.sharedBy(host));
    } catch (RunRefusal e) {
      errors.println(e.getMessage());
      return Runner.COULD_NOT_RUN;
    }
  }

  private int run(LearnedSecrets secrets) {
    HostStream stream = new HostStream(host::messages, PATIENCE_MILLIS);
    Thread exit = new Thread(() -> stream.leave(LAST_MILLIS), "trestle-last-messages");
    Runtime.getRuntime().addShutdownHook(exit); // Step code may call System.exit.
    try {
      return run(stream, secrets.before(stream));
    } finally {
      remove(exit);
    }
  }

  private static void remove(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // It runs already.
    }
  }

  private int run(HostStream stream, OutputStream messages) {
    RunStatement statement = new RunStatement(messages);
    RunningRun.use(new RunningRun(messages, new UndefinedSteps(this::undefined), statement));
    HostSession.use(HostSession.of(host));
    TraceIds.use(request.mark(), request.traces());
    ResultFiles results = new ResultFiles(Path.of(request.allureResults()));
    AllureLifecycle before = Allure.getLifecycle();
    Allure.setLifecycle(new AllureLifecycle(results));
    int status;
    try {
      status = runCucumber(stream, statement);
    } finally {
      Allure.setLifecycle(before);
      HostSession.use(null);
      TraceIds.use("", "");
      RunningRun.use(null);
      results.close();
    }
    String undelivered = stream.finish();
    if (undelivered != null) {
      errors.println(
          "The messages of the run could not be delivered to the Trestle host: "
              + undelivered
              + ".");
      return Runner.COULD_NOT_RUN;
    }
    return status;
  }

  private String undefined(String text, String where) {
    return StepCatalogue.loaded()
        .map(catalogue -> catalogue.undefined(text, where) + GlueHint.of(request.glue(), catalogue))
        .orElseGet(() -> "No step matches '" + text + "'.\nLook at " + where + ".");
  }

  private int runCucumber(HostStream stream, RunStatement statement) {
    PhraseFolders folders = PhraseFolders.announce(request.features());
    try {
      FeaturePaths.requirePresent(request.features());
      FeatureTexts.use(() -> StepTexts.in(FeaturePaths.expand(request.features())));
      List<String> arguments = CucumberArguments.of(request, loader);
      CucumberRuntime.run(arguments, loader, new FeatureChecks(request.dryRun()), statement);
      statement.end();
      return Runner.RAN;
    } catch (Throwable e) { // Whatever glue, Cucumber or the virtual machine throws ends here.
      return explain(e, stream);
    } finally {
      FeatureTexts.use(null);
      folders.restore();
    }
  }

  private int explain(Throwable failure, HostStream stream) {
    try {
      MessagesPlugin messages = new MessagesPlugin();
      List<Envelope> parseErrors = ParseErrors.in(FeaturePaths.expand(request.features()));
      parseErrors.forEach(messages::write);
      stream.flush();
    } catch (IOException | RuntimeException | LinkageError e) {
      failure.addSuppressed(e);
    }
    errors.println(CouldNotRun.message(failure));
    return Runner.COULD_NOT_RUN;
  }

  /**
   * Reports are the host's; nothing is sent to Cucumber's server, and nobody is asked to. A project
   * without a logger is no reason for a warning either.
   */
  static void quieten() {
    System.setProperty("cucumber.publish.enabled", "false");
    System.setProperty("cucumber.publish.quiet", "true");
    if (System.getProperty("slf4j.internal.verbosity") == null) {
      System.setProperty("slf4j.internal.verbosity", "ERROR");
    }
  }
}

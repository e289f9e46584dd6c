package dev.trestle.maven;

import dev.trestle.protocol.RunEvent;
import dev.trestle.protocol.RunOutcome;
import dev.trestle.protocol.RunRequest;
import dev.trestle.protocol.RunRequest.Output;
import dev.trestle.protocol.ScenarioResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Runs the scenarios in containers and in local processes, each in an environment of its own, and
 * fails the build when a verdict differs. Where the runtime {@code auto} takes no containers, it is
 * skipped with a message.
 *
 * @since 0.1.0
 */
@Mojo(name = "parity", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class ParityMojo extends ScenarioMojo {

  private static final String PROCESS = "process";
  private static final String CONTAINER = "container";

  private final Set<String> begun = ConcurrentHashMap.newKeySet();

  /** Containers are not what {@code auto} takes here. */
  private static final class NoContainers extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoContainers(String why) {
      super(why);
    }
  }

  @Override
  void perform() throws MojoExecutionException, MojoFailureException {
    List<ScenarioResult> containers;
    try {
      containers = run("auto", CONTAINER);
    } catch (NoContainers e) {
      getLog().warn("The runtimes are not compared: " + e.getMessage() + ".");
      return;
    }
    List<ScenarioResult> processes = run(PROCESS, PROCESS);
    List<String> differences = Parity.differences(containers, processes);
    if (!differences.isEmpty()) {
      throw new MojoFailureException(
          differences.size()
              + (differences.size() == 1 ? " scenario" : " scenarios")
              + " went otherwise in containers than in processes.\n"
              + String.join("\n", differences)
              + "\nThe reports of both: "
              + folder("*").resolve("report.html")
              + "\nMake the services behave the same, or the Compose file say the same for both.");
    }
    getLog().info(containers.size() + " scenarios went the same in containers and in processes.");
  }

  private List<ScenarioResult> run(String asked, String expected)
      throws MojoExecutionException, MojoFailureException {
    RunConsole console = new RunConsole(getLog(), new ProgressLine(System.out, isTerminal()));
    Verdict verdict = new Verdict();
    String searched;
    try (HostConnection host = ownHost()) {
      RunRequest request = request(asked, false, "off", output(expected));
      host.prepare(request.environment());
      host.control()
          .run(
              request,
              event -> {
                if (event instanceof RunEvent.EnvironmentStarting starting
                    && !starting.runtime().equals(expected)) {
                  throw new NoContainers(starting.why());
                }
                begun.add(expected);
                console.accept(event);
                verdict.accept(event);
              });
      searched = String.join(", ", request.features());
    }
    verdict.conclude(searched, true, true);
    return verdict.outcome().map(RunOutcome::scenarios).orElse(List.of());
  }

  /** Earlier results must not look as if they were of a run that never began. */
  @Override
  void failed() {
    try {
      withdraw(
          Stream.of(CONTAINER, PROCESS)
              .filter(runtime -> !begun.contains(runtime))
              .map(this::output)
              .toList());
    } catch (IOException e) {
      getLog().warn("Results in '" + folder("*") + "' stay and are not of this build: " + e + ".");
    }
  }

  private Output output(String runtime) {
    Path folder = folder(runtime);
    return new Output(
        folder.resolve("allure-results").toString(),
        folder.resolve("report.html").toString(),
        folder.resolve("junit").toString(),
        folder.resolve("metrics.json").toString(),
        folder.resolve("logs").toString());
  }

  private Path folder(String runtime) {
    return trestleFolder().resolve("parity").resolve(runtime);
  }
}

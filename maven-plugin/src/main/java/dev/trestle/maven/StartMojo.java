package dev.trestle.maven;

import dev.trestle.protocol.Protocol;
import dev.trestle.protocol.StartRequest;
import java.time.Duration;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Starts the environment and leaves it up, so that runs attach to it. One that is up already is
 * brought up to date: services that changed are replaced, and those that depend on them.
 *
 * @since 0.1.0
 */
@Mojo(name = "start", defaultPhase = LifecyclePhase.PRE_INTEGRATION_TEST, threadSafe = true)
public final class StartMojo extends EnvironmentMojo {

  /**
   * How many minutes the environment stays up without use; then it ends by itself.
   *
   * <p>Example: {@code -Dtrestle.lease=480}
   *
   * @since 0.1.0
   */
  @Parameter(property = "trestle.lease", defaultValue = "60")
  String lease;

  @Override
  void perform() throws MojoExecutionException, MojoFailureException {
    FileList engine = engine();
    Optional<LiveHost> live = usable(engine);
    if (live.isPresent()) {
      bringUp(new AttachedHost(live.get().state()));
    } else {
      startHost(engine);
    }
    getLog()
        .info(
            "The environment stays up until "
                + lease
                + " min pass without use; stop it with mvn trestle:stop");
  }

  private Duration lease() {
    return Duration.ofMinutes(ParameterRules.number(lease));
  }

  private Optional<LiveHost> usable(FileList engine) {
    Optional<LiveHost> live = LiveHost.find(trestleFolder());
    if (live.isEmpty() || live.get().fits(engine.fingerprint()) && live.get().answers()) {
      return live;
    }
    getLog().info("Another version's environment is up, or it does not answer; it is replaced");
    live.get().end();
    return Optional.empty();
  }

  private void startHost(FileList engine) throws MojoExecutionException, MojoFailureException {
    HostProcess host =
        HostProcess.start(
            hostCommand(engine, true), trestleFolder(), lease(), engine.fingerprint());
    boolean up = false;
    try {
      bringUp(host);
      host.stay();
      up = true;
    } finally {
      if (!up) {
        host.close();
      }
    }
  }

  private void bringUp(HostConnection host) throws MojoExecutionException, MojoFailureException {
    RunConsole console = new RunConsole(getLog(), new ProgressLine(System.out, isTerminal()));
    StartVerdict verdict = new StartVerdict();
    host.control()
        .start(
            request(),
            event -> {
              console.accept(event);
              verdict.accept(event);
            });
    verdict.conclude();
  }

  private StartRequest request() throws MojoExecutionException, MojoFailureException {
    return new StartRequest(
        Protocol.VERSION,
        project.getName(),
        directory().toString(),
        composeFiles(),
        Parameters.items(profiles),
        variables(),
        runtime,
        edges,
        logs(),
        (int) lease().toSeconds(),
        runner());
  }
}

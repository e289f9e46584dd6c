package dev.trestle.maven;

import java.util.Optional;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Stops the environment that the goal {@code start} left up; does nothing when none is.
 *
 * @since 0.1.0
 */
@Mojo(name = "stop", defaultPhase = LifecyclePhase.POST_INTEGRATION_TEST, threadSafe = true)
public final class StopMojo extends TrestleMojo {

  @Override
  void perform() {
    Optional<LiveHost> live = LiveHost.find(trestleFolder());
    if (live.isEmpty()) {
      getLog().info("No environment is up; there is nothing to stop");
      return;
    }
    long begin = System.nanoTime();
    if (live.get().end()) {
      long millis = (System.nanoTime() - begin) / 1_000_000;
      getLog().info("Environment stopped after " + Durations.text(millis));
    } else {
      getLog().warn("The host did not end by itself and was killed.");
      getLog().warn("Process " + live.get().state().pid() + " was asked to and waited for.");
      getLog().warn("Log: " + trestleFolder().resolve("logs").resolve("host.log"));
      getLog().warn("Run mvn trestle:clean to end what it may have left.");
    }
  }
}

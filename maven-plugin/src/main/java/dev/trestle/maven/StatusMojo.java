package dev.trestle.maven;

import dev.trestle.protocol.HostStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Shows the environment that the goal {@code start} left up: services, health, addresses, log files
 * and the lease.
 *
 * @since 0.1.0
 */
@Mojo(name = "status", threadSafe = true)
public final class StatusMojo extends TrestleMojo {

  @Override
  void perform() {
    Path folder = trestleFolder();
    Optional<LiveHost> live = LiveHost.find(folder);
    if (live.isEmpty()) {
      getLog().info("No environment is up; start one with mvn trestle:start");
      if (Files.exists(folder.resolve("host.json"))) {
        getLog().info("A host that was killed left its state file; mvn trestle:clean sweeps");
      }
      return;
    }
    Optional<HostStatus> status = live.get().status();
    if (status.isPresent()) {
      new StatusTable(status.get(), project.getBasedir().toPath()).lines().forEach(getLog()::info);
    } else {
      getLog().warn("The host of the environment does not answer.");
      getLog().warn("It is process " + live.get().state().pid() + ", which runs.");
      getLog().warn("Log: " + folder.resolve("logs").resolve("host.log"));
      getLog().warn("Stop it with mvn trestle:stop, and start again.");
    }
  }
}

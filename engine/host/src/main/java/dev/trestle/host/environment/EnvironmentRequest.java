package dev.trestle.host.environment;

import dev.trestle.host.compose.ComposeProject;
import dev.trestle.host.container.EngineAddress;
import dev.trestle.host.session.Session;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What to start.
 *
 * @param project the system
 * @param session where its processes are written down and its data is kept
 * @param logs the folder of the services' log files
 * @param readyTimeout how long a service may take to be ready where the Compose file does not say
 * @param engine the engine whose containers the services run in, null for local processes
 * @param edges whether edge proxies stand on the connections between services
 */
public record EnvironmentRequest(
    ComposeProject project,
    Session session,
    Path logs,
    Duration readyTimeout,
    @Nullable EngineAddress engine,
    boolean edges) {

  /** How long a service may take where nobody says. */
  public static final Duration READY_TIMEOUT = Duration.ofSeconds(60);

  /** A request for local processes with edges and the usual time to get ready. */
  public EnvironmentRequest(ComposeProject project, Session session, Path logs) {
    this(project, session, logs, READY_TIMEOUT, null, true);
  }
}

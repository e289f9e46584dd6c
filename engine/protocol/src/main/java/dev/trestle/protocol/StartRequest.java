package dev.trestle.protocol;

import dev.trestle.protocol.RunRequest.RunnerLaunch;
import java.util.List;
import java.util.Map;

/**
 * What the goal {@code start} asks the host: bring the environment up, or up to date.
 *
 * @param protocol the format's version, {@link Protocol#VERSION}
 * @param project the project's name
 * @param directory the project's folder, absolute
 * @param composeFiles Compose files, absolute; none for those that Compose takes by default
 * @param profiles active Compose profiles
 * @param variables variables for interpolation besides the environment's own
 * @param runtime {@code auto}, {@code process} or {@code container}
 * @param edges whether edge proxies stand on the connections between services
 * @param logs the folder of the services' log files, absolute
 * @param leaseSeconds how long the host stays without a call and without a run
 * @param runner how the standby runner is started
 */
public record StartRequest(
    int protocol,
    String project,
    String directory,
    List<String> composeFiles,
    List<String> profiles,
    Map<String, String> variables,
    String runtime,
    boolean edges,
    String logs,
    int leaseSeconds,
    RunnerLaunch runner) {}

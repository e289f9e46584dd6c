package dev.trestle.host.container;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HealthCheck;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.Mount;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;
import com.github.dockerjava.api.model.Ulimit;
import dev.trestle.host.compose.ComposeService;
import dev.trestle.host.compose.ContainerSettings;
import dev.trestle.host.compose.Healthcheck;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says to the engine what a Compose file says of a container. */
final class Creation {

  private static final String LOOPBACK = "127.0.0.1";

  private final ContainerRequest request;
  private final ComposeService service;
  private final ContainerSettings settings;
  private final boolean machine;

  /**
   * A creation.
   *
   * @param request what is wanted
   * @param machine whether the container is given a name for this machine
   */
  Creation(ContainerRequest request, boolean machine) {
    this.request = request;
    this.machine = machine;
    this.service = request.service();
    this.settings = service.container();
  }

  /** Fills a command that has an image. */
  CreateContainerCmd fill(
      CreateContainerCmd command, String network, List<Mount> mounts, Map<String, String> labels) {
    command
        .withLabels(labels)
        .withEnv(
            request.environment().entrySet().stream()
                .map(variable -> variable.getKey() + "=" + variable.getValue())
                .toList())
        .withExposedPorts(request.ports().keySet().stream().map(ExposedPort::tcp).toList())
        .withAliases(List.copyOf(names(service.networks().get(0))))
        .withHostConfig(host(network, mounts));
    if (!request.command().isEmpty()) {
      command.withCmd(request.command());
    }
    if (!request.entrypoint().isEmpty()) {
      command.withEntrypoint(request.entrypoint());
    }
    place(command, settings.place());
    if (service.healthcheck() != null) {
      command.withHealthcheck(health(service.healthcheck()));
    }
    if (settings.stopSignal() != null) {
      command.withStopSignal(settings.stopSignal());
    }
    return settings.platform() == null ? command : command.withPlatform(settings.platform());
  }

  /** The names by which its peers on a network call it. */
  Set<String> names(String network) {
    Set<String> names = new LinkedHashSet<>(service.joined().getOrDefault(network, Set.of()));
    names.add(service.name());
    return names;
  }

  private void place(CreateContainerCmd command, ContainerSettings.Place place) {
    command.withTty(settings.tty()).withStdinOpen(settings.stdinOpen());
    if (place.user() != null) {
      command.withUser(place.user());
    }
    if (place.directory() != null) {
      command.withWorkingDir(place.directory());
    }
    if (place.hostname() != null) {
      command.withHostName(place.hostname());
    }
    if (place.domainname() != null) {
      command.withDomainName(place.domainname());
    }
  }

  private HostConfig host(String network, List<Mount> mounts) {
    List<PortBinding> published = new ArrayList<>();
    request
        .ports()
        .forEach(
            (port, local) ->
                published.add(
                    new PortBinding(
                        Ports.Binding.bindIpAndPort(LOOPBACK, local), ExposedPort.tcp(port))));
    HostConfig host =
        HostConfig.newHostConfig()
            .withNetworkMode(network)
            .withMounts(mounts)
            .withPortBindings(published)
            .withTmpFs(settings.tmpfs())
            .withSysctls(settings.sysctls())
            .withGroupAdd(settings.place().groups())
            .withPidMode(settings.place().pid())
            .withIpcMode(settings.place().ipc())
            .withUsernsMode(settings.place().userns());
    names(host, settings.names());
    security(host, settings.security());
    limits(host, settings.limits());
    return settings.init() == null ? host : host.withInit(settings.init());
  }

  private void names(HostConfig host, ContainerSettings.Names names) {
    List<String> extra = new ArrayList<>(names.extraHosts());
    if (machine) {
      extra.add(Networks.MACHINE + ":host-gateway");
    }
    host.withExtraHosts(extra.toArray(String[]::new))
        .withDns(names.dns())
        .withDnsSearch(names.dnsSearch())
        .withDnsOptions(names.dnsOptions());
  }

  private static void security(HostConfig host, ContainerSettings.Security security) {
    host.withCapAdd(capabilities(security.added()))
        .withCapDrop(capabilities(security.dropped()))
        .withSecurityOpts(security.options())
        .withPrivileged(security.privileged())
        .withReadonlyRootfs(security.readOnly());
  }

  private static Capability[] capabilities(List<String> names) {
    return names.stream().map(Capability::valueOf).toArray(Capability[]::new);
  }

  private static void limits(HostConfig host, ContainerSettings.Limits limits) {
    host.withMemory(limits.memory())
        .withMemoryReservation(limits.reservation())
        .withMemorySwap(limits.memoryAndSwap())
        .withNanoCPUs(limits.nanoCpus())
        .withCpuShares(limits.cpuShares())
        .withCpusetCpus(limits.cpuset())
        .withPidsLimit(limits.pids())
        .withShmSize(limits.sharedMemory())
        .withUlimits(
            limits.ulimits().entrySet().stream()
                .map(limit -> ulimit(limit.getKey(), limit.getValue()))
                .toList());
  }

  private static Ulimit ulimit(String name, ContainerSettings.Ulimit limit) {
    return new Ulimit(name, limit.soft(), limit.hard());
  }

  /** What it leaves out, the engine takes from the image. */
  private static HealthCheck health(Healthcheck check) {
    if (check.disabled()) {
      return new HealthCheck().withTest(List.of("NONE"));
    }
    HealthCheck health =
        new HealthCheck()
            .withInterval(nanos(check.interval()))
            .withTimeout(nanos(check.timeout()))
            .withRetries(check.retries())
            .withStartPeriod(nanos(check.startPeriod()));
    return check.test().isEmpty() ? health : health.withTest(check.test());
  }

  private static @Nullable Long nanos(@Nullable Duration duration) {
    return duration == null ? null : duration.toNanos();
  }
}

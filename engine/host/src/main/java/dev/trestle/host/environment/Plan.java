package dev.trestle.host.environment;

import dev.trestle.host.compose.ComposeProject;
import dev.trestle.host.compose.ComposeService;
import dev.trestle.host.compose.DependencyCondition;
import dev.trestle.host.compose.ProcessCommand;
import dev.trestle.host.container.Container;
import dev.trestle.host.standin.StandIn;
import dev.trestle.host.standin.StandInRequest;
import dev.trestle.host.standin.StandIns;
import dev.trestle.protocol.ServiceDescription;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides what each service is made of, and gives it ports, before anything is started. */
final class Plan {

  private static final String MAILBOX = "greenmail/standalone";

  /** A stand-in that is late shows a busy machine, not a broken service. */
  private static final Duration STAND_IN_TIMEOUT = Duration.ofMinutes(3);

  private final EnvironmentRequest request;
  private final StandIns standIns;
  private final AddressBook addresses;
  private final Processes processes;
  private final Machine machine;
  private final FreePorts freePorts;
  private final Map<String, LogFile> logs;
  private final @Nullable Containers containers;
  private final EnvironmentListener listener;

  Plan(
      EnvironmentRequest request,
      StandIns standIns,
      AddressBook addresses,
      Processes processes,
      Machine machine,
      Map<String, LogFile> logs,
      @Nullable Containers containers,
      EnvironmentListener listener) {
    this.request = request;
    this.standIns = standIns;
    this.addresses = addresses;
    this.processes = processes;
    this.machine = machine;
    this.logs = logs;
    this.containers = containers;
    this.listener = listener;
    this.freePorts = new FreePorts(machine.random());
  }

  /** What the environment runs on. */
  String runtime() {
    return containers == null ? "process" : "container";
  }

  /**
   * Gives every service its ports; one that has some keeps them, so that those who call it find it.
   *
   * @return what each service is to be started from
   * @throws EnvironmentException when a service can be nothing here
   */
  Map<String, Definition> make() {
    List<ComposeService> services = List.copyOf(request.project().services().values());
    List<String> problems = new ArrayList<>();
    for (ComposeService service : services) {
      if (!isPossible(service)) {
        problems.add(impossible(service));
      }
    }
    if (!problems.isEmpty()) {
      throw new EnvironmentException(String.join(System.lineSeparator().repeat(2), problems));
    }
    services.forEach(this::givePorts);
    Map<String, Definition> definitions = new LinkedHashMap<>();
    for (ComposeService service : services) {
      AddressBook.Ports ports = addresses.ports(service.name());
      definitions.put(
          service.name(),
          Definition.of(
              service, ports, addresses.direct(), isContained(service) ? request.project() : null));
    }
    return definitions;
  }

  private void givePorts(ComposeService service) {
    int otherwise =
        !isContained(service) && isOwnProgram(service)
            ? ContainerPorts.OTHERWISE
            : standIn(service).map(StandIn::port).orElse(ContainerPorts.OTHERWISE);
    Map<Integer, Integer> known = addresses.known(service.name());
    Map<Integer, Integer> local = new LinkedHashMap<>();
    boolean several = isContained(service) || service.xTrestle().process() != null;
    for (int port : ContainerPorts.of(service, otherwise)) {
      if (known.containsKey(port)) {
        local.put(port, known.get(port));
      } else {
        boolean first = local.isEmpty();
        local.put(port, first || several ? freePorts.getAsInt() : local.values().iterator().next());
      }
    }
    addresses.put(service.name(), local);
    if (!isOwnProgram(service) && standIn(service).filter(StandIn::tellsItsAddress).isPresent()) {
      addresses.tellsItsAddress(service.name(), freePorts);
    }
  }

  /** A part for a service, with an empty log. */
  Part part(ComposeService service) {
    LogFile log = new LogFile(request.logs().resolve(service.name() + ".log"));
    log.create();
    logs.put(service.name(), log);
    AddressBook.Ports ports = addresses.ports(service.name());
    if (containers != null && containers.has(service)) {
      return containerPart(service, containers, log);
    }
    ProcessCommand process = service.xTrestle().process();
    if (process != null) {
      ProcessLaunch launch =
          ProcessLaunch.of(
              service, process, ports, addresses.rewiring(service.name()), machine.environment());
      ReadyCheck check = ReadyCheck.of(service, ports, log, request.readyTimeout());
      return new ProcessPart(
          service, launch, check, isJob(service), processes, log, shown(log.path()));
    }
    Path stub = service.xTrestle().stub();
    if (stub != null) {
      return new StubPart(service, stub, ports.main());
    }
    StandIn standIn = standIn(service).orElseThrow();
    StandInRequest wanted =
        new StandInRequest(
            service,
            ports.main(),
            freePorts,
            request.session().emptyFolder(service.name()),
            machine.cache(),
            builder -> processes.start(builder, log),
            STAND_IN_TIMEOUT,
            addresses.listeners(service.name()));
    return new StandInPart(standIn, wanted, log, shown(log.path()));
  }

  private ContainerPart containerPart(ComposeService service, Containers containers, LogFile log) {
    Optional<StandIn> known = standIn(service);
    ContainerLaunch launch =
        new ContainerLaunch(
            service,
            known.map(StandIn::kind).orElse(ServiceDescription.Kind.SERVICE),
            known.flatMap(StandIn::contained).orElse(null),
            addresses.ports(service.name()),
            known.isPresent() || ContainerPorts.isTold(service),
            isJob(service),
            request.readyTimeout(),
            log,
            shown(log.path()));
    Container container =
        containers.container(
            service,
            launch.request(
                addresses.rewiring(service.name()), addresses.listeners(service.name())));
    return new ContainerPart(launch, container, listener);
  }

  private boolean isContained(ComposeService service) {
    return containers != null && containers.has(service);
  }

  private boolean isJob(ComposeService service) {
    return request.project().services().values().stream()
        .flatMap(other -> Optional.ofNullable(other.dependsOn().get(service.name())).stream())
        .anyMatch(d -> d.condition() == DependencyCondition.SERVICE_COMPLETED_SUCCESSFULLY);
  }

  private static boolean isOwnProgram(ComposeService service) {
    return service.xTrestle().process() != null || service.xTrestle().stub() != null;
  }

  private boolean isPossible(ComposeService service) {
    return isContained(service) || isOwnProgram(service) || standIn(service).isPresent();
  }

  private Optional<StandIn> standIn(ComposeService service) {
    if (service.xTrestle().mailbox()) {
      return standIns.find(MAILBOX);
    }
    return service.image() == null ? Optional.empty() : standIns.find(service.image());
  }

  private String impossible(ComposeService service) {
    String evidence =
        service.image() == null
            ? "It has no image, only a build, and no x-trestle.process."
            : "No stand-in is known for its image '%s', only for: %s."
                .formatted(service.image(), String.join(", ", standIns.images()));
    return "Service '%s' cannot run without containers.%n%s%n".formatted(service.name(), evidence)
        + "It is defined in %s.%n".formatted(service.position())
        + ("Give it x-trestle.process (the command of a local process) or x-trestle.stub (a folder"
            + " of stub mappings), put a StandIn for the image on the class path,"
            + " or use the container runtime (-Dtrestle.runtime=container).");
  }

  /** A log's path as a person in the project's folder would write it. */
  private String shown(Path log) {
    return shown(request.project(), log);
  }

  static String shown(ComposeProject project, Path log) {
    if (project.files().isEmpty()) {
      return log.toString();
    }
    Path folder = project.files().get(0).toAbsolutePath().getParent();
    return folder != null && log.startsWith(folder)
        ? folder.relativize(log).toString()
        : log.toString();
  }
}

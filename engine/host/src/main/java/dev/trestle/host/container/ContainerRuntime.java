package dev.trestle.host.container;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.command.InspectImageResponse;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.model.ContainerNetwork;
import com.github.dockerjava.api.model.Mount;
import dev.trestle.host.compose.Build;
import dev.trestle.host.compose.ComposeProject;
import dev.trestle.host.compose.ComposeService;
import dev.trestle.host.session.Session;
import dev.trestle.protocol.Deadline;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** What the containers of one environment share: an engine, networks, volumes and images. */
public final class ContainerRuntime implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration BOUND = Duration.ofSeconds(45);

  private final Engine engine;
  private final Map<String, String> labels;
  private final Images images;
  private final Networks networks;
  private final Mounts mounts;
  private final Path work;
  private volatile ComposeProject project;
  private volatile boolean closed;

  private ContainerRuntime(Engine engine, Session session, ComposeProject project) {
    this.engine = engine;
    this.project = project;
    this.labels = Labels.of(session, project.name());
    this.images = new Images(engine);
    this.networks = new Networks(engine, labels);
    this.mounts = new Mounts(engine, labels, session);
    this.work = session.folder();
  }

  /**
   * Connects to an engine; nothing is made there yet, and what dead hosts left there is removed.
   *
   * @param address an engine that answers
   * @param session the session that owns what is made
   * @param project what will run
   */
  public static ContainerRuntime open(
      EngineAddress address, Session session, ComposeProject project) {
    session.recordEngine(address.uri());
    Engine engine = Engine.connect(address);
    ContainerSweep.start(engine);
    ContainerRuntime runtime = new ContainerRuntime(engine, session, project);
    Ryuk.start(runtime.images);
    return runtime;
  }

  /** From now on the files say so. */
  public void renew(ComposeProject changed) {
    project = changed;
  }

  /**
   * A container that is not made yet.
   *
   * @param service the service that it is of
   * @param request what is wanted, asked for when it is made
   */
  public Container container(ComposeService service, Supplier<ContainerRequest> request) {
    return new Container(engine, this, service, request);
  }

  /**
   * Where a container finds a loopback port of this machine.
   *
   * @param host its host name or address
   * @param port its port
   */
  public record Address(String host, int port) {}

  /**
   * Lets the container of a service reach a loopback port of this machine.
   *
   * @param service the service that calls
   * @param local the port
   */
  public Address machine(ComposeService service, int local) throws ContainerException {
    return networks.machine(service, project, local);
  }

  /** A digest of all that a build reads from its folder, or why that cannot be read. */
  public static String stamp(Build build) {
    return ImageBuild.stamp(build);
  }

  String image(ComposeService service, Progress progress)
      throws ContainerException, InterruptedException {
    ComposeService builder = service.builder(project.services().values());
    Build build = builder.build();
    return build == null
        ? images.get(builder, progress)
        : new ImageBuild(engine, images, work, builder, build).get(progress);
  }

  /** The images that the service's build starts from, as they are now; empty for no build. */
  List<String> bases(ComposeService service) throws ContainerException {
    ComposeService builder = service.builder(project.services().values());
    Build build = builder.build();
    return build == null ? List.of() : ImageBuild.bases(images, build);
  }

  Optional<InspectImageResponse> inspect(String image) throws ContainerException {
    return images.inspect(image);
  }

  String create(ContainerRequest request, String image) throws ContainerException {
    ComposeService service = request.service();
    String first = networks.get(service.networks().get(0), project);
    List<Mount> mounted = mounts.of(service, project);
    Map<String, String> all = new LinkedHashMap<>(service.container().labels());
    all.putAll(labels);
    all.put(Labels.SERVICE, service.name());
    Creation creation = new Creation(request, networks.needMachineName());
    String name = labels.get(Labels.SESSION) + "_" + service.name();
    try {
      String id =
          engine.ask(
              client ->
                  created(
                      () -> creation.fill(client.createContainerCmd(image), first, mounted, all),
                      name),
              "The container of service '%s' was not created.".formatted(service.name()),
              "It is defined in %s.%nFix it there.".formatted(service.position()));
      for (String key : service.networks().subList(1, service.networks().size())) {
        join(id, networks.get(key, project), service, creation.names(key));
      }
      if (!request.ports().isEmpty() && networks.areInternal(service, project)) {
        join(id, networks.publishing(), service, Set.of());
      }
      if (closed) {
        throw ContainerException.ending();
      }
      return id;
    } catch (ContainerException e) {
      forget(name);
      throw e;
    }
  }

  /**
   * One of the name can be there or on its way: the engine finishes what an interrupted start has
   * asked it for.
   */
  private String created(Supplier<CreateContainerCmd> command, String name) {
    Deadline until = Deadline.in(PATIENCE);
    while (true) {
      try {
        return command.get().withName(name).exec().getId();
      } catch (ConflictException e) {
        engine.isRemoved(name);
        if (until.isOver() || !ContainerSweep.isPaused()) {
          throw e;
        }
      }
    }
  }

  /** Removes what may have been made, also when an interrupt has ended the asking. */
  private void forget(String name) {
    boolean interrupted = Thread.interrupted();
    engine.isRemoved(name);
    if (closed) {
      new ContainerSweep(engine).session(labels.getOrDefault(Labels.SESSION, ""));
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void join(String id, String network, ComposeService service, Set<String> names)
      throws ContainerException {
    ContainerNetwork membership = new ContainerNetwork().withAliases(List.copyOf(names));
    engine.ask(
        client ->
            client
                .connectToNetworkCmd()
                .withContainerId(id)
                .withNetworkId(network)
                .withContainerNetwork(membership)
                .exec(),
        "The container of service '%s' cannot join a network.".formatted(service.name()),
        "It is defined in %s.%nFix it there.".formatted(service.position()));
  }

  /** Removes all that is left of the session; bounded, and without effect the second time. */
  @Override
  public void close() {
    closed = true;
    networks.closeGates();
    // A start that was given up has interrupted this thread, and its end must not be given up too.
    boolean interrupted = Thread.interrupted();
    ContainerSweep sweep = new ContainerSweep(engine);
    engine.bounded(BOUND, () -> sweep.session(labels.getOrDefault(Labels.SESSION, "")), false);
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}

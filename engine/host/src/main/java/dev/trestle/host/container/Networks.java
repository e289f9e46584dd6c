package dev.trestle.host.container;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.CreateNetworkCmd;
import com.github.dockerjava.api.model.Network;
import dev.trestle.host.compose.ComposeProject;
import dev.trestle.host.compose.ComposeService;
import dev.trestle.host.compose.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The networks of an environment, made when a service first asks, and the gates that lead out. */
final class Networks {

  /** What Docker calls the machine in containers that ask for it. */
  static final String MACHINE = "host.docker.internal";

  private static final String ADVICE =
      "See docker network ls for what is there.%nRemove networks that nobody needs, with mvn"
          + " trestle:clean or docker network prune, and start again.";

  /** No key of a Compose file begins with a dash. */
  private static final String PUBLISHING = "-published";

  private static final Map<String, String> CLOSED =
      Map.of(
          "com.docker.network.bridge.enable_icc", "false",
          "com.docker.network.bridge.enable_ip_masquerade", "false");

  private final Engine engine;
  private final Map<String, String> labels;
  private final Map<String, String> ids = new LinkedHashMap<>();
  private final Set<String> internals = new HashSet<>();
  private final Map<String, Optional<Gate>> gates = new ConcurrentHashMap<>();
  private volatile boolean closed;

  Networks(Engine engine, Map<String, String> labels) {
    this.engine = engine;
    this.labels = labels;
  }

  /** The id or name of a network that a service joins. */
  synchronized String get(String key, ComposeProject project) throws ContainerException {
    Resources.Network known = project.resources().networks().get(key);
    if (known != null && known.external() != null) {
      return known.external();
    }
    boolean internal = known != null && known.internal();
    String id = ids.get(key);
    if (id != null && internals.contains(key) != internal) {
      remove(id);
      id = null;
    }
    if (id == null) {
      id = create(key, internal);
      ids.put(key, id);
      if (internal) {
        internals.add(key);
      } else {
        internals.remove(key);
      }
    }
    return id;
  }

  /** Whoever was on it is gone, since its settings are part of what they were started from. */
  private void remove(String id) {
    Optional.ofNullable(gates.remove(id)).flatMap(gate -> gate).ifPresent(Gate::close);
    engine.isDone(() -> engine.client().removeNetworkCmd(id).exec());
  }

  /** Whether all networks of a service lead nowhere else, so that the engine publishes nothing. */
  synchronized boolean areInternal(ComposeService service, ComposeProject project)
      throws ContainerException {
    for (String key : service.networks()) {
      Resources.Network known = project.resources().networks().get(key);
      String external = known == null ? null : known.external();
      boolean internal =
          external == null
              ? known != null && known.internal()
              : Boolean.TRUE.equals(look(external).getInternal());
      if (!internal) {
        return false;
      }
    }
    return true;
  }

  /**
   * A network by which this machine reaches services whose own networks are internal: they do not
   * find each other there, and it leads nowhere else either.
   */
  synchronized String publishing() throws ContainerException {
    String id = ids.get(PUBLISHING);
    if (id == null) {
      id =
          create(
              labels.get(Labels.SESSION) + PUBLISHING,
              "The network on which internal services are published",
              command -> command.withOptions(CLOSED));
      ids.put(PUBLISHING, id);
    }
    return id;
  }

  private String create(String key, boolean internal) throws ContainerException {
    return create(
        labels.get(Labels.SESSION) + "_" + key,
        "The network '%s'".formatted(key),
        command -> command.withInternal(internal));
  }

  private String create(String name, String what, UnaryOperator<CreateNetworkCmd> settings)
      throws ContainerException {
    return engine.ask(
        client ->
            known(client, name)
                .orElseGet(
                    () ->
                        settings
                            .apply(client.createNetworkCmd())
                            .withName(name)
                            .withLabels(labels)
                            .withCheckDuplicate(true)
                            .exec()
                            .getId()),
        what + " was not created.",
        ADVICE.formatted());
  }

  /** The engine finishes what an interrupted start has asked it for. */
  private static Optional<String> known(DockerClient client, String name) {
    return client.listNetworksCmd().withNameFilter(name).exec().stream()
        .filter(network -> network.getName().equals(name))
        .map(Network::getId)
        .findFirst();
  }

  /** Where a service finds a loopback port of this machine. */
  synchronized ContainerRuntime.Address machine(
      ComposeService service, ComposeProject project, int local) throws ContainerException {
    if (closed) {
      throw ContainerException.ending();
    }
    String network = get(service.networks().get(0), project);
    Optional<Gate> gate = gates.get(network);
    if (gate == null) {
      gate = gate(network);
      gates.put(network, gate);
    }
    if (gate.isEmpty()) {
      return new ContainerRuntime.Address(MACHINE, local);
    }
    try {
      int port = gate.get().open(local);
      if (closed) {
        closeGates();
      }
      return new ContainerRuntime.Address(gate.get().host(), port);
    } catch (IOException e) {
      throw closed ? ContainerException.ending() : cannotOpen(gate.get(), e);
    }
  }

  private static ContainerException cannotOpen(Gate gate, IOException e) {
    return new ContainerException(
        "Containers cannot be let through to this machine.%n%s%n".formatted(e)
            + "Their network has the address %s here; see ip address.%n".formatted(gate.host())
            + "Free some ports, or run without containers (-Dtrestle.runtime=process).");
  }

  /** Whether containers reach this machine by a name of the engine's only. */
  boolean needMachineName() {
    return gates.values().stream().anyMatch(Optional::isEmpty);
  }

  /** A gate where the network's own address is one of this machine; engines in a VM have none. */
  private Optional<Gate> gate(String id) throws ContainerException {
    Network network = look(id);
    for (Network.Ipam.Config config : network.getIpam().getConfig()) {
      @Nullable String gateway = config.getGateway();
      if (gateway != null && config.getSubnet() != null) {
        try {
          InetAddress address = InetAddress.getByName(gateway.split("/", 2)[0]);
          if (address instanceof Inet4Address && isHere(address)) {
            return Optional.of(new Gate(address, Subnet.parse(config.getSubnet())));
          }
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
    return Optional.empty();
  }

  private Network look(String id) throws ContainerException {
    return engine.ask(
        client -> client.inspectNetworkCmd().withNetworkId(id).exec(),
        "The network '%s' cannot be looked at.".formatted(id),
        ADVICE.formatted());
  }

  private static boolean isHere(InetAddress address) {
    try (ServerSocket socket = new ServerSocket(0, 1, address)) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }

  /** Does not wait for an engine that is being asked for something. */
  void closeGates() {
    closed = true;
    gates.values().forEach(gate -> gate.ifPresent(Gate::close));
    gates.clear();
  }
}

package dev.trestle.host.container;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.Network;
import dev.trestle.host.compose.ComposeProject;
import dev.trestle.host.compose.ComposeService;
import dev.trestle.host.compose.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The networks of an environment, made when a service first asks, and the gates that lead out. */
final class Networks {

  /** What Docker calls the machine in containers that ask for it. */
  static final String MACHINE = "host.docker.internal";

  private static final String ADVICE =
      "See docker network ls for what is there.%nRemove networks that nobody needs, with mvn"
          + " trestle:clean or docker network prune, and start again.";

  private final Engine engine;
  private final Map<String, String> labels;
  private final Map<String, String> ids = new LinkedHashMap<>();
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
    String id = ids.get(key);
    if (id == null) {
      id = create(key, known != null && known.internal());
      ids.put(key, id);
    }
    return id;
  }

  private String create(String key, boolean internal) throws ContainerException {
    String name = labels.get(Labels.SESSION) + "_" + key;
    return engine.ask(
        client ->
            known(client, name)
                .orElseGet(
                    () ->
                        client
                            .createNetworkCmd()
                            .withName(name)
                            .withInternal(internal)
                            .withLabels(labels)
                            .withCheckDuplicate(true)
                            .exec()
                            .getId()),
        "The network '%s' was not created.".formatted(key),
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
    Network network =
        engine.ask(
            client -> client.inspectNetworkCmd().withNetworkId(id).exec(),
            "The network '%s' cannot be looked at.".formatted(id),
            ADVICE.formatted());
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

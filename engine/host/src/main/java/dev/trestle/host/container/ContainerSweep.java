package dev.trestle.host.container;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectVolumeResponse;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.Network;
import dev.trestle.host.session.Owner;
import dev.trestle.protocol.Deadline;
import java.io.IOException;
import java.lang.System.Logger;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Removes containers, networks and volumes by their labels. */
public final class ContainerSweep {

  private static final Logger LOG = System.getLogger(ContainerSweep.class.getName());
  private static final List<String> OURS = List.of(Labels.SESSION);
  private static final Duration WHOLE = Duration.ofSeconds(60);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final long BETWEEN_TRIES_MILLIS = 200;

  private final Engine engine;

  ContainerSweep(Engine engine) {
    this.engine = engine;
  }

  /**
   * Removes what a session left in an engine.
   *
   * @param address the engine's address
   * @param session the name of the session's folder
   * @return whether nothing is left
   */
  public static boolean ofSession(String address, String session) {
    EngineAddress engine = new EngineAddress(address, "as it was");
    try {
      Ping.of(engine);
      ContainerSweep sweep = new ContainerSweep(Engine.connect(engine));
      return sweep.engine.bounded(WHOLE, () -> sweep.session(session), false);
    } catch (IOException | RuntimeException e) {
      LOG.log(Logger.Level.DEBUG, "The engine does not answer", e);
      return false;
    }
  }

  /**
   * Removes what dead hosts of this machine left in an engine.
   *
   * @return the sessions of which something was removed
   */
  public static Set<String> ofDeadHosts(EngineAddress address) {
    ContainerSweep sweep = new ContainerSweep(Engine.connect(address));
    return sweep.engine.bounded(WHOLE, sweep::deadHosts, Set.of());
  }

  /** Sweeps aside; the next start finds what this one does not. */
  static void start(Engine engine) {
    Runnable task =
        () -> {
          try {
            new ContainerSweep(engine).deadHosts();
          } catch (RuntimeException e) {
            LOG.log(Logger.Level.DEBUG, "The engine was not swept", e);
          }
        };
    daemon(task, "container-sweep").start();
  }

  Set<String> deadHosts() {
    Set<String> sessions = new TreeSet<>();
    Predicate<@Nullable Map<String, String>> dead = ContainerSweep::isOfDeadHost;
    remove(
        dead.and(
            labels -> {
              sessions.add(labels == null ? "" : labels.getOrDefault(Labels.SESSION, ""));
              return true;
            }));
    return sessions;
  }

  /** What was just on its way, such as a container that starts, comes to light on a later try. */
  boolean session(String session) {
    Deadline until = Deadline.in(PATIENCE);
    try {
      while (!remove(labels -> labels != null && session.equals(labels.get(Labels.SESSION)))) {
        if (until.isOver() || !isPaused()) {
          return false;
        }
      }
      return true;
    } catch (RuntimeException e) {
      LOG.log(Logger.Level.DEBUG, "The engine does not answer", e);
      return false;
    }
  }

  /** Waits between two tries; false when that was interrupted. */
  static boolean isPaused() {
    try {
      // Nobody counts down: the latch is the pause that an interrupt ends.
      return !new CountDownLatch(1).await(BETWEEN_TRIES_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Ids of processes mean something on their own machine only. */
  private static boolean isOfDeadHost(@Nullable Map<String, String> labels) {
    return labels != null
        && Owner.machine().equals(labels.get(Labels.MACHINE))
        && labels.containsKey(Labels.OWNER)
        && !Owner.isAlive(labels.getOrDefault(Labels.OWNER, ""));
  }

  /** First the containers, all at once; then what they used. */
  private boolean remove(Predicate<@Nullable Map<String, String>> chosen) {
    DockerClient client = engine.client();
    List<Container> containers =
        client.listContainersCmd().withShowAll(true).withLabelFilter(OURS).exec();
    boolean done =
        all(
            containers.stream()
                .filter(container -> chosen.test(container.getLabels()))
                .map(container -> removal(container.getId()))
                .toList());
    for (Network network : client.listNetworksCmd().withFilter("label", OURS).exec()) {
      done &=
          !chosen.test(network.getLabels())
              || engine.isDone(() -> client.removeNetworkCmd(network.getId()).exec());
    }
    for (InspectVolumeResponse volume : volumes(client)) {
      done &=
          !chosen.test(volume.getLabels())
              || engine.isDone(() -> client.removeVolumeCmd(volume.getName()).exec());
    }
    return done;
  }

  private static List<InspectVolumeResponse> volumes(DockerClient client) {
    List<InspectVolumeResponse> volumes =
        client.listVolumesCmd().withFilter("label", OURS).exec().getVolumes();
    return volumes == null ? List.of() : volumes;
  }

  private CompletableFuture<Boolean> removal(String container) {
    return CompletableFuture.supplyAsync(
        () -> engine.isRemoved(container), task -> daemon(task, "remove").start());
  }

  private static Thread daemon(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }

  /** Each of them is bounded. */
  private static boolean all(List<CompletableFuture<Boolean>> removals) {
    CompletableFuture.allOf(removals.toArray(CompletableFuture[]::new)).join();
    return removals.stream().allMatch(CompletableFuture::join);
  }
}

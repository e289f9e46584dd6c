package dev.trestle.host.container;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks for a container engine on this machine: the one that is named, else the first that answers
 * where engines usually are. It uses the JDK alone and takes no time where there is none.
 */
public final class EngineSearch {

  /**
   * What was found.
   *
   * @param engine the engine that answered, empty when none did
   * @param tried what was tried before, and what was found there
   */
  public record Result(Optional<EngineAddress> engine, List<String> tried) {

    /** Keeps an unmodifiable copy. */
    public Result {
      tried = List.copyOf(tried);
    }
  }

  private final Map<String, String> environment;
  private final Path home;
  private final List<String> tried = new ArrayList<>();

  /**
   * A search.
   *
   * @param environment the variables of the process
   * @param home the user's home
   */
  public EngineSearch(Map<String, String> environment, Path home) {
    this.environment = environment;
    this.home = home;
  }

  /** Looks; bounded by two seconds for each engine that is there and silent. */
  public Result find() {
    tried.clear();
    List<EngineAddress> named = named();
    for (EngineAddress candidate : named.isEmpty() ? usual() : named) {
      if (answers(candidate, !named.isEmpty())) {
        return new Result(Optional.of(candidate), tried);
      }
    }
    return new Result(Optional.empty(), tried);
  }

  private boolean answers(EngineAddress candidate, boolean isNamed) {
    if (candidate.isSocket() && !Files.exists(candidate.socket())) {
      tried.add(candidate + (isNamed ? ": there is no such socket" : ": not there"));
      return false;
    }
    if (!candidate.isSocket() && !LocalAddress.isLocal(candidate.uri())) {
      tried.add(candidate + ": on another machine, where services could not reach this one");
      return false;
    }
    try {
      Ping.of(candidate);
      return true;
    } catch (IOException e) {
      tried.add(candidate + ": " + reason(e));
      return false;
    }
  }

  private static String reason(IOException e) {
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message;
  }

  /** A variable or a context of one's own is meant so: nothing else is tried then. */
  private List<EngineAddress> named() {
    String host = environment.getOrDefault("DOCKER_HOST", "");
    if (!host.isBlank()) {
      return List.of(new EngineAddress(host, "DOCKER_HOST"));
    }
    return DockerContext.current(environment, home).map(List::of).orElse(List.of());
  }

  private List<EngineAddress> usual() {
    List<EngineAddress> places = new ArrayList<>();
    if (System.getProperty("os.name").startsWith("Windows")) {
      places.add(new EngineAddress("npipe:////./pipe/docker_engine", "Docker Desktop"));
      return places;
    }
    String runtime = environment.get("XDG_RUNTIME_DIR");
    places.add(EngineAddress.socket(Path.of("/var/run/docker.sock"), "Docker"));
    if (runtime != null) {
      places.add(EngineAddress.socket(Path.of(runtime, "docker.sock"), "rootless Docker"));
    }
    places.add(home(".docker/run/docker.sock", "Docker Desktop"));
    places.add(home(".docker/desktop/docker.sock", "Docker Desktop"));
    places.add(home(".colima/default/docker.sock", "Colima"));
    places.add(home(".orbstack/run/docker.sock", "OrbStack"));
    places.add(home(".rd/docker.sock", "Rancher Desktop"));
    if (runtime != null) {
      places.add(EngineAddress.socket(Path.of(runtime, "podman/podman.sock"), "rootless Podman"));
    }
    places.add(EngineAddress.socket(Path.of("/run/podman/podman.sock"), "Podman"));
    places.add(home(".local/share/containers/podman/machine/podman.sock", "Podman machine"));
    return places;
  }

  private EngineAddress home(String path, String origin) {
    return EngineAddress.socket(home.resolve(path), origin);
  }
}

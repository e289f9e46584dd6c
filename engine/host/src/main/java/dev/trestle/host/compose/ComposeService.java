package dev.trestle.host.compose;

import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One service of a system.
 *
 * @param name its name, which is also its host name
 * @param image the image, null when it is only built
 * @param build how it is built, null when it is not
 * @param environment its variables: those of {@code env_file} under those of {@code environment}
 * @param command what replaces the image's command, empty for the image's own
 * @param entrypoint what replaces the image's entry point, empty for the image's own
 * @param ports the ports that it publishes
 * @param exposedPorts the ports of {@code expose}
 * @param dependsOn the services that must come first, by name
 * @param healthcheck its health check, null for the image's own
 * @param volumes what is mounted into it
 * @param joined the networks that it joins, {@code default} when the file names none, each with the
 *     other host names by which its peers there may call it
 * @param profiles the profiles that activate it, empty for always
 * @param directory the directory that its relative paths start from
 * @param position where it is defined
 * @param xTrestle what Compose cannot say
 * @param container what is said of its container alone
 */
public record ComposeService(
    String name,
    @Nullable String image,
    @Nullable Build build,
    Map<String, Value> environment,
    List<String> command,
    List<String> entrypoint,
    List<PortMapping> ports,
    List<Integer> exposedPorts,
    Map<String, Dependency> dependsOn,
    @Nullable Healthcheck healthcheck,
    List<VolumeMount> volumes,
    Map<String, Set<String>> joined,
    Set<String> profiles,
    Path directory,
    Position position,
    XTrestle xTrestle,
    ContainerSettings container) {

  /** Copies the collections and keeps their order. */
  public ComposeService {
    environment = Ordered.copy(environment);
    command = List.copyOf(command);
    entrypoint = List.copyOf(entrypoint);
    ports = List.copyOf(ports);
    exposedPorts = List.copyOf(exposedPorts);
    dependsOn = Ordered.copy(dependsOn);
    volumes = List.copyOf(volumes);
    Map<String, Set<String>> copies = new LinkedHashMap<>();
    joined.forEach((network, names) -> copies.put(network, Ordered.copy(names)));
    joined = Ordered.copy(copies);
    profiles = Ordered.copy(profiles);
  }

  /** The networks that it joins. */
  public List<String> networks() {
    return List.copyOf(joined.keySet());
  }

  /** All the other host names by which its peers may call it. */
  public Set<String> aliases() {
    Set<String> aliases = new LinkedHashSet<>();
    joined.values().forEach(aliases::addAll);
    return aliases;
  }

  /**
   * The service whose build makes its image: itself, or another one that builds an image of that
   * name; itself, too, when none does.
   *
   * @param all the services of the system
   */
  public ComposeService builder(Collection<ComposeService> all) {
    String named = image;
    if (build != null || named == null) {
      return this;
    }
    return all.stream()
        .filter(other -> other.build() != null && other.image() != null)
        .filter(other -> ImageName.isSame(String.valueOf(other.image()), named))
        .findFirst()
        .orElse(this);
  }
}

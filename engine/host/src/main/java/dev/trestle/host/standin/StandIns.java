package dev.trestle.host.standin;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeSet;

/** The stand-ins that are on the class path. */
public final class StandIns {

  private final List<StandIn> standIns;

  /**
   * A choice of stand-ins.
   *
   * @param standIns the choice; the first that fits an image is taken
   */
  public StandIns(List<StandIn> standIns) {
    this.standIns = List.copyOf(standIns);
  }

  /** All that the class path has. */
  public static StandIns load() {
    return new StandIns(
        ServiceLoader.load(StandIn.class).stream().map(ServiceLoader.Provider::get).toList());
  }

  /**
   * The stand-in for an image.
   *
   * @param image the image with registry and tag, as the Compose file has it
   */
  public Optional<StandIn> find(String image) {
    String repository = repository(image);
    return standIns.stream()
        .filter(standIn -> standIn.images().stream().anyMatch(known -> fits(repository, known)))
        .findFirst();
  }

  /** The repositories that have a stand-in, sorted. */
  public List<String> images() {
    TreeSet<String> images = new TreeSet<>();
    standIns.forEach(standIn -> images.addAll(standIn.images()));
    return List.copyOf(images);
  }

  private static boolean fits(String repository, String known) {
    return repository.equals(known) || repository.endsWith("/" + known);
  }

  private static String repository(String image) {
    String name = image.split("@", 2)[0];
    int tag = name.lastIndexOf(':');
    return tag > name.lastIndexOf('/') ? name.substring(0, tag) : name;
  }
}

package dev.trestle.host.container;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.command.InspectImageResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The engine of the machine that runs the tests; without one they are skipped. */
public final class EngineUnderTest {

  private static final String STAND_IN = "localhost/trestle/jre:17";

  private final EngineAddress address;
  private final Engine engine;
  private final String jre;

  private EngineUnderTest(EngineAddress address) {
    this.address = address;
    this.engine = Engine.connect(address);
    this.jre = System.getenv().getOrDefault("JRE_IMAGE", STAND_IN);
  }

  /** The engine, when one answers and has an image with Java. */
  public static EngineUnderTest orSkip() {
    EngineSearch.Result found =
        new EngineSearch(System.getenv(), Path.of(System.getProperty("user.home"))).find();
    assumeTrue(
        found.engine().isPresent(),
        () -> "Skipped: no container engine answers. Tried: " + found.tried());
    EngineUnderTest under = new EngineUnderTest(found.engine().orElseThrow());
    assumeTrue(
        under.has(under.jre),
        () -> "Skipped: the engine has no image " + under.jre + "; see dev/images/build.");
    return under;
  }

  private boolean has(String image) {
    try {
      return new Images(engine).inspect(image).isPresent();
    } catch (ContainerException e) {
      throw new AssertionError(e);
    }
  }

  /** A container that is there before an environment makes one of the same name. */
  public void create(String name) {
    String unused =
        engine.client().createContainerCmd(jre).withName(name).withCmd("true").exec().getId();
  }

  public EngineAddress address() {
    return address;
  }

  /** An image with Java 17 and a shell. */
  public String jre() {
    return jre;
  }

  /**
   * Whether something runs that a build has begun, such as a step of a Dockerfile.
   *
   * @param command a part of the step's command
   */
  public boolean builds(String command) {
    return engine.client().listContainersCmd().withShowAll(true).exec().stream()
        .anyMatch(container -> container.getCommand().contains(command));
  }

  /** What carries a session's label: containers, networks, volumes. */
  public List<String> left(String session) {
    DockerClient client = engine.client();
    String label = Labels.SESSION + "=" + session;
    List<String> left = new ArrayList<>();
    client
        .listContainersCmd()
        .withShowAll(true)
        .withLabelFilter(Map.of(Labels.SESSION, session))
        .exec()
        .forEach(container -> left.add("container " + container.getNames()[0]));
    client
        .listNetworksCmd()
        .withFilter("label", List.of(label))
        .exec()
        .forEach(network -> left.add("network " + network.getName()));
    client
        .listVolumesCmd()
        .withFilter("label", List.of(label))
        .exec()
        .getVolumes()
        .forEach(volume -> left.add("volume " + volume.getName()));
    return left;
  }

  /** What the engine says of the container of a service. */
  public InspectContainerResponse inspect(String session, String service) {
    return engine.client().inspectContainerCmd(session + "_" + service).exec();
  }

  /** What the engine says of an image, if it is there. */
  public Optional<InspectImageResponse> image(String name) {
    try {
      return new Images(engine).inspect(name);
    } catch (ContainerException e) {
      throw new AssertionError(e);
    }
  }

  /** Takes a name from an image, and the image when it has no other. */
  public void removeImage(String name) {
    engine.client().removeImageCmd(name).withForce(true).exec();
  }

  /** Gives an image a name more. */
  public void tagImage(String image, String repository, String tag) {
    engine.client().tagImageCmd(image, repository, tag).exec();
  }

  /** The addresses on which a session's containers are published. */
  public List<String> publishedOn(String session) {
    List<String> addresses = new ArrayList<>();
    engine
        .client()
        .listContainersCmd()
        .withLabelFilter(Map.of(Labels.SESSION, session))
        .exec()
        .forEach(
            container -> {
              for (var port : container.getPorts()) {
                if (port.getPublicPort() != null) {
                  addresses.add(port.getIp());
                }
              }
            });
    return addresses;
  }
}

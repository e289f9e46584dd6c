package dev.trestle.host.container;

import com.github.dockerjava.api.command.BuildImageCmd;
import com.github.dockerjava.api.command.InspectImageResponse;
import com.github.dockerjava.api.model.Image;
import dev.trestle.host.compose.Build;
import dev.trestle.host.compose.ComposeService;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.testcontainers.utility.DockerImageName;

/** Builds the image of a service, unless one of the same content is there. */
final class ImageBuild {

  private static final int TAG = 16;

  private final Engine engine;
  private final Images images;
  private final Path work;
  private final ComposeService service;
  private final Build build;

  /**
   * A build.
   *
   * @param work a folder for what is sent, deleted also when this machine's host is killed
   */
  ImageBuild(Engine engine, Images images, Path work, ComposeService service, Build build) {
    this.engine = engine;
    this.images = images;
    this.work = work;
    this.service = service;
    this.build = build;
  }

  /** The image's name. */
  String get(Progress progress) throws ContainerException, InterruptedException {
    Path folder = folder();
    Path dockerfile = dockerfile(folder);
    try {
      BuildContext context = BuildContext.of(folder, dockerfile);
      String name = name(folder, context, dockerfile, progress);
      images.once(name, () -> isEnough(name) ? name : build(name, context, progress));
      tag(name);
      return name;
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** As Compose does, an image that is built has the name of {@code image}, too. */
  private void tag(String name) throws ContainerException {
    if (service.image() == null) {
      return;
    }
    DockerImageName asked = DockerImageName.parse(service.image());
    engine.ask(
        client -> {
          client
              .tagImageCmd(name, asked.getUnversionedPart(), asked.getVersionPart())
              .withForce()
              .exec();
          return name;
        },
        "The image of service '%s' cannot be named '%s'.".formatted(service.name(), asked),
        "The service is defined in %s.%nCorrect its image's name there."
            .formatted(service.position()));
  }

  /**
   * A digest of all that the image is made of, to tell whether it changed. What cannot be read is
   * told by the build itself, when it comes to that.
   */
  static String stamp(Build build) {
    Path folder = Path.of(build.context());
    if (!Files.isDirectory(folder)) {
      return "unreadable: there is no folder " + folder;
    }
    String file = build.dockerfile() == null ? "Dockerfile" : build.dockerfile();
    MessageDigest digest = sha256();
    try {
      BuildContext.of(folder, folder.resolve(file).normalize()).digest(digest);
    } catch (IOException e) {
      return "unreadable: " + e;
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** The ids of the images that a build starts from, of those that are here. */
  static List<String> bases(Images images, Build build) throws ContainerException {
    String name = build.dockerfile() == null ? "Dockerfile" : build.dockerfile();
    List<String> ids = new ArrayList<>();
    try {
      for (String base : Dockerfile.bases(Path.of(build.context()).resolve(name), build)) {
        ids.add(images.inspect(base).map(InspectImageResponse::getId).orElse("none"));
      }
      return ids;
    } catch (IOException e) {
      return List.of(); // told by the stamp of the folder
    }
  }

  private Path folder() throws ContainerException {
    if (build.context().contains("://") || build.context().startsWith("git@")) {
      throw failed("Its context '%s' is not a folder of this machine.".formatted(build.context()));
    }
    Path folder = Path.of(build.context());
    if (!Files.isDirectory(folder)) {
      throw failed("Its context '%s' is no folder.".formatted(folder));
    }
    return folder;
  }

  private Path dockerfile(Path folder) throws ContainerException {
    String name = build.dockerfile() == null ? "Dockerfile" : build.dockerfile();
    Path file = folder.resolve(name).normalize();
    if (!Files.isRegularFile(file)) {
      throw failed("There is no '%s'.".formatted(file));
    }
    return file;
  }

  /** The name tells what is in it: the files, the arguments and the images that it starts from. */
  private String name(Path folder, BuildContext context, Path dockerfile, Progress progress)
      throws IOException, ContainerException, InterruptedException {
    MessageDigest digest = sha256();
    context.digest(digest);
    add(digest, build.args() + " " + build.target() + " " + platform());
    for (String base : Dockerfile.bases(dockerfile, build)) {
      add(digest, base + " " + images.base(base, service, progress));
    }
    String folderName = String.valueOf(folder.getFileName()).toLowerCase(Locale.ROOT);
    return "trestle-build/%s:%s"
        .formatted(
            folderName.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", ""),
            HexFormat.of().formatHex(digest.digest()).substring(0, TAG));
  }

  private boolean isEnough(String name) throws ContainerException {
    return !"build".equals(service.container().pullPolicy()) && images.inspect(name).isPresent();
  }

  private String build(String name, BuildContext context, Progress progress)
      throws ContainerException, InterruptedException {
    progress.tell("building " + name);
    try {
      send(name, context, new BuildOutput(progress));
    } catch (IOException e) {
      throw unreadable(e);
    }
    removeOlder(name);
    return name;
  }

  private void send(String name, BuildContext context, BuildOutput output)
      throws IOException, ContainerException, InterruptedException {
    Path archive = Files.createTempFile(work, "build", ".tar");
    try {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(archive))) {
        context.write(out);
      }
      try (InputStream tar = new BufferedInputStream(Files.newInputStream(archive))) {
        command(tar, name, context.dockerfile()).exec(output).await();
      } catch (RuntimeException e) {
        throw failed(engine.reason(e) + output.lastLines(), Engine.isGone(e));
      }
    } finally {
      Files.deleteIfExists(archive);
    }
  }

  private BuildImageCmd command(InputStream tar, String name, String dockerfile) {
    BuildImageCmd command =
        engine
            .client()
            .buildImageCmd(tar)
            .withDockerfilePath(dockerfile)
            .withTags(Set.of(name))
            .withLabels(Map.of(Labels.BUILD, key()))
            .withRemove(true)
            .withForcerm(true);
    build.args().forEach(command::withBuildArg);
    if (build.target() != null) {
      command.withTarget(build.target());
    }
    return platform().isEmpty() ? command : command.withPlatform(platform());
  }

  /** Images of earlier contents would pile up; one that is in use stays. */
  private void removeOlder(String name) throws ContainerException {
    List<Image> older =
        engine.ask(
            client -> client.listImagesCmd().withLabelFilter(Map.of(Labels.BUILD, key())).exec(),
            "The images of service '%s' cannot be listed.".formatted(service.name()),
            "See what docker image ls says.%nStart the engine again.".formatted());
    for (Image image : older) {
      if (image.getRepoTags() == null || !List.of(image.getRepoTags()).contains(name)) {
        engine.isDone(() -> engine.client().removeImageCmd(image.getId()).exec());
      }
    }
  }

  /** Which image this is, whatever its content; a digest, since arguments can be secret. */
  private String key() {
    MessageDigest digest = sha256();
    add(
        digest,
        "%s %s %s %s %s"
            .formatted(
                build.context(), build.dockerfile(), build.target(), build.args(), platform()));
    return HexFormat.of().formatHex(digest.digest());
  }

  private String platform() {
    return service.container().platform() == null ? "" : service.container().platform();
  }

  private ContainerException unreadable(IOException e) {
    return failed("The files of '%s' cannot be read: %s".formatted(build.context(), e));
  }

  private ContainerException failed(String reason) {
    return failed(reason, false);
  }

  private ContainerException failed(String reason, boolean engineGone) {
    return new ContainerException(
        "The image of service '%s' was not built.%n%s%n".formatted(service.name(), reason)
            + "The build is described in %s.%n".formatted(build.position())
            + "Fix it there or in the Dockerfile; docker build shows the same.",
        engineGone);
  }

  private static void add(MessageDigest digest, String text) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }
}

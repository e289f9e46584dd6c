package dev.trestle.host.container;

import dev.trestle.host.compose.Build;
import dev.trestle.host.compose.ComposeService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Finds out before anything is started whether the images of a system can be had here. */
public final class ImageCheck {

  private final Images images;
  private final BiConsumer<String, String> progress;

  private ImageCheck(Images images, BiConsumer<String, String> progress) {
    this.images = images;
    this.progress = progress;
  }

  /**
   * Looks at the images that services name or build from, and pulls what is missing.
   *
   * @param address an engine that answers
   * @param services the services
   * @param progress hears the service's name and what is done
   * @return what cannot be had, as a four-part message
   */
  public static Optional<String> problem(
      EngineAddress address, List<ComposeService> services, BiConsumer<String, String> progress) {
    ImageCheck check = new ImageCheck(new Images(Engine.connect(address)), progress);
    try {
      for (ComposeService service : services) {
        check.check(service.builder(services));
      }
      return Optional.empty();
    } catch (ContainerException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private void check(ComposeService service) throws ContainerException, InterruptedException {
    Progress told = text -> progress.accept(service.name(), text);
    Build build = service.build();
    if (build == null) {
      images.get(service, told);
      return;
    }
    for (String base : bases(build)) {
      images.base(base, service, told);
    }
  }

  /** A build that cannot even be read fails with its own message later. */
  private static List<String> bases(Build build) {
    try {
      String name = build.dockerfile() == null ? "Dockerfile" : build.dockerfile();
      Path file = Path.of(build.context()).resolve(name);
      return Files.isRegularFile(file) ? Dockerfile.bases(file, build) : List.of();
    } catch (IOException e) {
      return List.of();
    }
  }
}

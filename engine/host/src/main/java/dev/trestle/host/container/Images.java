package dev.trestle.host.container;

import com.github.dockerjava.api.command.InspectImageResponse;
import com.github.dockerjava.api.command.PullImageCmd;
import com.github.dockerjava.api.exception.NotFoundException;
import dev.trestle.host.compose.ComposeService;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.ImageNameSubstitutor;

/** Gets images: those that are there, else from a registry, each once. */
final class Images {

  private final Engine engine;
  private final Map<String, FutureTask<String>> works = new ConcurrentHashMap<>();

  Images(Engine engine) {
    this.engine = engine;
  }

  /** The name of the image that a service runs which is not built. */
  String get(ComposeService service, Progress progress)
      throws ContainerException, InterruptedException {
    String image = substituted(String.valueOf(service.image()));
    String policy = service.container().pullPolicy();
    String platform = service.container().platform();
    if (!"always".equals(policy) && isHere(image, platform)) {
      return image;
    }
    if ("never".equals(policy)) {
      throw missing(service, image, "pull_policy is 'never', and the image is not there.", false);
    }
    pullFor(service, image, progress);
    return image;
  }

  private boolean isHere(String image, @Nullable String platform) throws ContainerException {
    return inspect(image).filter(known -> Platform.fits(known, platform)).isPresent();
  }

  private void pullFor(ComposeService service, String image, Progress progress)
      throws ContainerException, InterruptedException {
    String platform = service.container().platform();
    try {
      pull(image, platform, progress);
    } catch (RuntimeException e) {
      throw missing(service, image, engine.reason(e), Engine.isGone(e));
    }
    if (!isHere(image, platform)) {
      throw missing(service, image, "What its registry has is for another platform.", false);
    }
  }

  /** An image that a build starts from, pulled when it is not there. */
  String base(String image, ComposeService service, Progress progress)
      throws ContainerException, InterruptedException {
    if (!isHere(image, service.container().platform())) {
      pullFor(service, image, progress);
    }
    return inspect(image).map(InspectImageResponse::getId).orElse("");
  }

  /** Has an image on this machine that no service asks for. */
  void fetch(String name) throws ContainerException, InterruptedException {
    String image = substituted(name);
    if (inspect(image).isEmpty()) {
      pull(image, null, text -> {});
    }
  }

  /** What is known of an image that is there. */
  Optional<InspectImageResponse> inspect(String image) throws ContainerException {
    try {
      return Optional.of(engine.client().inspectImageCmd(image).exec());
    } catch (NotFoundException e) {
      return Optional.empty();
    } catch (RuntimeException e) {
      throw engine.refused(
          "The image '%s' cannot be looked at.".formatted(image),
          e,
          "See what docker image inspect says of it.%nStart the engine again, or correct the name."
              .formatted());
    }
  }

  /** Does some work once for all who ask for it by its key while it goes on. */
  String once(String key, Callable<String> work) throws ContainerException, InterruptedException {
    FutureTask<String> mine = new FutureTask<>(work);
    FutureTask<String> other = works.putIfAbsent(key, mine);
    if (other == null) {
      mine.run();
    }
    try {
      return (other == null ? mine : other).get();
    } catch (ExecutionException e) {
      throw rethrown(e.getCause());
    } finally {
      works.remove(key, mine);
    }
  }

  private String pull(String image, @Nullable String platform, Progress progress)
      throws ContainerException, InterruptedException {
    return once(
        "pull " + image + " " + platform,
        () -> {
          progress.tell("pulling " + image);
          PullImageCmd pull = engine.client().pullImageCmd(image);
          (platform == null ? pull : pull.withPlatform(platform))
              .exec(new Pull(image, progress))
              .await();
          return image;
        });
  }

  /** Testcontainers' own rule for machines that get their images elsewhere. */
  private static String substituted(String image) {
    return ImageNameSubstitutor.instance()
        .apply(DockerImageName.parse(image))
        .asCanonicalNameString();
  }

  private ContainerException missing(
      ComposeService service, String image, String reason, boolean engineGone)
      throws ContainerException {
    String platform = service.container().platform();
    String there =
        (engineGone ? Optional.<InspectImageResponse>empty() : inspect(image))
            .filter(known -> !Platform.fits(known, platform))
            .map(
                known ->
                    "The one that is here is for %s, and 'platform' asks for %s.%n"
                        .formatted(Platform.of(known), platform))
            .orElse("");
    return new ContainerException(
        "The image '%s' of service '%s' is not on this machine and cannot be pulled.%n%s%s%n"
                .formatted(image, service.name(), there, reason)
            + "It is asked for in %s.%n".formatted(service.position())
            + ("Correct its name, log in to its registry, load it (docker load), name another one,"
                + " or run without containers (-Dtrestle.runtime=process)."),
        engineGone);
  }

  private static ContainerException rethrown(Throwable cause) throws InterruptedException {
    if (cause instanceof ContainerException failure) {
      return new ContainerException(failure.getMessage(), failure.isEngineGone());
    }
    if (cause instanceof RuntimeException failure) {
      throw failure;
    }
    if (cause instanceof InterruptedException) {
      throw new InterruptedException();
    }
    throw new IllegalStateException(cause);
  }
}

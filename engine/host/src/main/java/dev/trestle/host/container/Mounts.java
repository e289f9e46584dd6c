package dev.trestle.host.container;

import com.github.dockerjava.api.model.Mount;
import com.github.dockerjava.api.model.MountType;
import dev.trestle.host.compose.ComposeProject;
import dev.trestle.host.compose.ComposeService;
import dev.trestle.host.compose.FileGrant;
import dev.trestle.host.compose.Resources;
import dev.trestle.host.compose.VolumeMount;
import dev.trestle.host.session.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is mounted into containers: folders of this machine, volumes, memory, secrets. */
final class Mounts {

  private final Engine engine;
  private final Map<String, String> labels;
  private final Session session;
  private final Map<String, String> volumes = new LinkedHashMap<>();

  Mounts(Engine engine, Map<String, String> labels, Session session) {
    this.engine = engine;
    this.labels = labels;
    this.session = session;
  }

  List<Mount> of(ComposeService service, ComposeProject project) throws ContainerException {
    List<Mount> mounts = new ArrayList<>();
    for (VolumeMount volume : service.volumes()) {
      mounts.add(mount(volume, project));
    }
    for (FileGrant grant : service.container().files()) {
      Path file = file(service, grant, mounts.size());
      mounts.add(bind(file.toString(), grant.target(), true));
    }
    return mounts;
  }

  private Mount mount(VolumeMount volume, ComposeProject project) throws ContainerException {
    String source = volume.source();
    return switch (volume.type()) {
      case BIND -> bind(existing(volume), volume.target(), volume.readOnly());
      case TMPFS -> new Mount().withType(MountType.TMPFS).withTarget(volume.target());
      case VOLUME -> {
        Mount mount =
            new Mount()
                .withType(MountType.VOLUME)
                .withTarget(volume.target())
                .withReadOnly(volume.readOnly());
        yield source == null ? mount : mount.withSource(named(source, project));
      }
      case OTHER ->
          throw new ContainerException(
              "A volume of this kind cannot be mounted.%nIts target is '%s'.%n%s%n%s"
                  .formatted(
                      volume.target(),
                      "It is written in " + volume.position() + ".",
                      "Use the type bind, volume or tmpfs."));
    };
  }

  private static Mount bind(String source, String target, boolean readOnly) {
    return new Mount()
        .withType(MountType.BIND)
        .withSource(source)
        .withTarget(target)
        .withReadOnly(readOnly);
  }

  /** Compose makes a folder that is missing, and so does this. */
  private static String existing(VolumeMount volume) throws ContainerException {
    Path path = Path.of(String.valueOf(volume.source()));
    try {
      if (!Files.exists(path)) {
        Files.createDirectories(path);
      }
      return path.toString();
    } catch (IOException e) {
      throw new ContainerException(
          "The folder '%s' is not there and cannot be made.%n%s%n%s%nCreate it."
              .formatted(path, e, "It is mounted in " + volume.position() + "."));
    }
  }

  private synchronized String named(String key, ComposeProject project) throws ContainerException {
    Resources.@Nullable Volume known = project.resources().volumes().get(key);
    if (known != null && known.external() != null) {
      return known.external();
    }
    String name = labels.get(Labels.SESSION) + "_" + key;
    if (!volumes.containsKey(key)) {
      engine.ask(
          client -> client.createVolumeCmd().withName(name).withLabels(labels).exec(),
          "The volume '%s' was not created.".formatted(key),
          "See docker volume ls for what is there.%nFree some room, and start again.".formatted());
      volumes.put(key, name);
    }
    return name;
  }

  private Path file(ComposeService service, FileGrant grant, int number) throws ContainerException {
    Path file = grant.file();
    if (file != null && Files.exists(file)) {
      return file;
    }
    String content = grant.content();
    if (content == null) {
      throw new ContainerException(
          "Service '%s' cannot be given '%s'.%n".formatted(service.name(), grant.target())
              + (file == null
                  ? "It is external, or its variable is not set.%n".formatted()
                  : "The file '%s' does not exist.%n".formatted(file))
              + "It is asked for in %s.%n".formatted(grant.position())
              + "Give the secret or config a file, a variable that is set, or content.");
    }
    try {
      Path folder = session.folder("grants-" + service.name());
      Path made = folder.resolve(number + grant.target().replace('/', '_'));
      Files.deleteIfExists(made);
      Files.writeString(made, content);
      // The folder is its owner's alone; in the container any user may read it, as Compose has it.
      made.toFile().setReadable(true, false);
      return made;
    } catch (IOException e) {
      throw new ContainerException(
          "The file for '%s' of service '%s' cannot be written.%n%s%n%s%nFree some room."
              .formatted(grant.target(), service.name(), e, "Look at " + session.folder() + "."));
    }
  }
}

package dev.trestle.host.environment;

import dev.trestle.host.compose.Build;
import dev.trestle.host.compose.ComposeProject;
import dev.trestle.host.compose.ComposeService;
import dev.trestle.host.compose.ContainerSettings;
import dev.trestle.host.compose.FileGrant;
import dev.trestle.host.compose.VolumeMount;
import dev.trestle.host.container.ContainerRuntime;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What of a definition matters to a container alone. */
final class ContainerDefinition {

  private ContainerDefinition() {}

  static List<String> lines(ComposeService service, ComposeProject project) {
    List<String> lines = new ArrayList<>();
    Build build = build(service, project);
    if (build != null) {
      lines.add(
          "build %s %s %s %s"
              .formatted(build.context(), build.dockerfile(), build.args(), build.target()));
    }
    lines.add("command " + service.command() + " " + service.entrypoint());
    service
        .joined()
        .forEach(
            (network, names) ->
                lines.add(
                    "network %s %s %s"
                        .formatted(network, names, project.resources().networks().get(network))));
    for (VolumeMount volume : service.volumes()) {
      lines.add(
          "mount %s %s %s %s %s"
              .formatted(
                  volume.type(),
                  volume.source(),
                  volume.target(),
                  volume.readOnly(),
                  project.resources().volumes().get(String.valueOf(volume.source()))));
    }
    ContainerSettings settings = service.container();
    lines.add("container " + settings.withoutFiles());
    for (FileGrant grant : settings.files()) {
      lines.add("file %s %s %s".formatted(grant.file(), grant.content(), grant.target()));
    }
    return lines;
  }

  static Map<String, String> files(ComposeService service, ComposeProject project) {
    Map<String, String> files = new LinkedHashMap<>();
    Build build = build(service, project);
    if (build != null) {
      files.put("its build context", ContainerRuntime.stamp(build));
    }
    for (FileGrant grant : service.container().files()) {
      Path file = grant.file();
      if (file != null) {
        files.put(file.getFileName().toString(), FileStamps.of(file));
      }
    }
    return files;
  }

  private static @Nullable Build build(ComposeService service, ComposeProject project) {
    return service.builder(project.services().values()).build();
  }
}

package dev.trestle.host.environment;

import dev.trestle.host.compose.Build;
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

/** What of a definition matters to a container alone. */
final class ContainerDefinition {

  private ContainerDefinition() {}

  static List<String> lines(ComposeService service) {
    List<String> lines = new ArrayList<>();
    Build build = service.build();
    if (build != null) {
      lines.add(
          "build %s %s %s %s"
              .formatted(build.context(), build.dockerfile(), build.args(), build.target()));
    }
    lines.add("command " + service.command() + " " + service.entrypoint());
    lines.add("networks " + service.networks());
    for (VolumeMount volume : service.volumes()) {
      lines.add(
          "mount %s %s %s %s"
              .formatted(volume.type(), volume.source(), volume.target(), volume.readOnly()));
    }
    ContainerSettings settings = service.container();
    lines.add("place " + settings.platform() + " " + settings.place() + " " + settings.init());
    lines.add("may " + settings.security() + " " + settings.limits() + " " + settings.names());
    lines.add("more " + settings.labels() + " " + settings.sysctls() + " " + settings.tmpfs());
    for (FileGrant grant : settings.files()) {
      lines.add("file %s %s %s".formatted(grant.file(), grant.content(), grant.target()));
    }
    return lines;
  }

  static Map<String, String> files(ComposeService service) {
    Map<String, String> files = new LinkedHashMap<>();
    Build build = service.build();
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
}

package dev.trestle.host.standin;

import dev.trestle.host.compose.ComposeService;
import dev.trestle.host.compose.FileGrant;
import dev.trestle.host.compose.Value;
import dev.trestle.host.compose.VolumeMount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a file on this machine by the path that it has in the container of a service. */
final class GrantedFile {

  private GrantedFile() {}

  /**
   * The text of a file, without the ends of lines after it.
   *
   * @param service the service
   * @param variable the variable that names the file
   * @param path its value, the path in the container
   * @throws IOException when nothing of the service brings this file, or it cannot be read
   */
  static String read(ComposeService service, String variable, Value path) throws IOException {
    List<FileGrant> grants = service.container().files();
    Optional<FileGrant> granted =
        grants.stream().filter(grant -> grant.target().equals(path.text())).findFirst();
    String content = granted.map(FileGrant::content).orElse(null);
    if (content != null) {
      return stripped(content);
    }
    Path file = granted.isPresent() ? granted.get().file() : mounted(service, path.text());
    if (file == null) {
      throw new IOException(
          "%s names '%s', and no secret, config or bind mount of service '%s' brings it (%s)."
              .formatted(variable, path.text(), service.name(), path.position()));
    }
    try {
      return stripped(Files.readString(file));
    } catch (IOException e) {
      throw new IOException(
          "%s names '%s', and the file '%s' behind it cannot be read (%s): %s"
              .formatted(variable, path.text(), file, path.position(), e),
          e);
    }
  }

  private static @Nullable Path mounted(ComposeService service, String path) {
    for (VolumeMount volume : service.volumes()) {
      String source = volume.source();
      Path target = Path.of(volume.target());
      if (volume.type() == VolumeMount.Type.BIND
          && source != null
          && Path.of(path).startsWith(target)) {
        return Path.of(source).resolve(target.relativize(Path.of(path)).toString());
      }
    }
    return null;
  }

  private static String stripped(String text) {
    return text.replaceFirst("[\\r\\n]+$", "");
  }
}

package dev.trestle.host.compose;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A directory with the files of a test, and what the reader makes of them. */
final class ComposeFolder {
  private final Path directory;

  ComposeFolder(Path directory) {
    this.directory = directory.toAbsolutePath().normalize();
  }

  ComposeFolder file(String name, String text) {
    try {
      Path file = directory.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ComposeFolder compose(String text) {
    return file("compose.yaml", text);
  }

  Path path(String name) {
    return directory.resolve(name).normalize();
  }

  ComposeProject read() {
    return read(Map.of());
  }

  ComposeProject read(Map<String, String> environment, String... profiles) {
    return ComposeReader.read(
        new ComposeRequest(directory, List.of(), Set.of(profiles), environment));
  }

  ComposeProject readFiles(String... files) {
    List<Path> paths = List.of(files).stream().map(Path::of).toList();
    return ComposeReader.read(new ComposeRequest(directory, paths, Set.of(), Map.of()));
  }

  ComposeService service(String name) {
    ComposeService service = read().services().get(name);
    if (service == null) {
      throw new AssertionError("no service " + name);
    }
    return service;
  }

  /** The whole message of the error, with the directory as $DIR. */
  String error() {
    return error(Map.of());
  }

  String error(Map<String, String> environment) {
    ComposeException error =
        catchThrowableOfType(ComposeException.class, () -> read(environment, "*"));
    if (error == null) {
      throw new AssertionError("the file was read");
    }
    return String.valueOf(error.getMessage()).replace(directory.toString(), "$DIR");
  }

  List<String> warnings() {
    return read().warnings().stream().map(ComposeWarning::toString).toList();
  }

  Map<String, String> environment(String service) {
    Map<String, String> texts = new LinkedHashMap<>();
    service(service).environment().forEach((name, value) -> texts.put(name, value.text()));
    return texts;
  }
}

package dev.trestle.host.environment;

import dev.trestle.host.compose.ComposeService;
import dev.trestle.host.compose.ProcessCommand;
import dev.trestle.host.compose.Value;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The files that a process is started from, as far as its command names them. */
final class CommandFiles {

  private static final Set<String> CLASS_PATH =
      Set.of("-cp", "-classpath", "--class-path", "-p", "--module-path");

  private final Path directory;
  private final Map<String, String> stamps = new LinkedHashMap<>();

  private CommandFiles(Path directory) {
    this.directory = directory;
  }

  /** The files named by the arguments, and the entries of a class path, each with its stamp. */
  static Map<String, String> of(ComposeService service, ProcessCommand process) {
    CommandFiles files = new CommandFiles(process.directory());
    List<String> command = process.command().stream().map(Value::text).toList();
    for (int i = 0; i < command.size(); i++) {
      if (i > 0 && CLASS_PATH.contains(command.get(i - 1))) {
        files.addAll(command.get(i));
      } else {
        files.addFile(command.get(i));
      }
    }
    Value classPath =
        process.environment().getOrDefault("CLASSPATH", service.environment().get("CLASSPATH"));
    if (classPath != null) {
      files.addAll(classPath.text());
    }
    return files.stamps;
  }

  private void addAll(String classPath) {
    FileStamps.entries(classPath).forEach(entry -> add(entry, resolve(entry)));
  }

  /** A folder among the arguments may hold anything, such as a whole project. */
  private void addFile(String argument) {
    Path file = resolve(argument);
    if (Files.isRegularFile(file)) {
      add(argument, file);
    }
  }

  private void add(String name, Path file) {
    stamps.put(name, FileStamps.of(file));
  }

  private Path resolve(String argument) {
    try {
      return directory.resolve(argument);
    } catch (InvalidPathException e) {
      return directory; // no file: a folder among the arguments is passed by
    }
  }
}

package dev.trestle.host.compose;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The local process that is a service in the process runtime.
 *
 * @param command the program and its arguments
 * @param environment variables for the process only, over those of the service
 * @param directory the absolute working directory; where the file says nothing, its own
 * @param position where it is written
 */
public record ProcessCommand(
    List<Value> command, Map<String, Value> environment, Path directory, Position position) {

  /** Copies the collections and keeps their order. */
  public ProcessCommand {
    command = List.copyOf(command);
    environment = Ordered.copy(environment);
  }
}

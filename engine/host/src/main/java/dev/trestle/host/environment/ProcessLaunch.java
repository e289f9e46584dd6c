package dev.trestle.host.environment;

import dev.trestle.host.compose.ComposeService;
import dev.trestle.host.compose.Position;
import dev.trestle.host.compose.ProcessCommand;
import dev.trestle.host.compose.Value;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is run for a service, with everything pointed to this machine.
 *
 * @param command the program and its arguments
 * @param environment all variables of the process
 * @param directory the working folder
 * @param position where the Compose file says so
 */
record ProcessLaunch(
    List<String> command, Map<String, String> environment, Path directory, Position position) {

  /** The variable that tells a process where it has to listen. */
  static final String PORT = "PORT";

  private static final List<String> INHERITED =
      List.of("PATH", "HOME", "JAVA_HOME", "LANG", "TMPDIR", "SystemRoot", "TEMP", "TMP");

  /**
   * Rewires a command.
   *
   * @param service the service
   * @param process its command
   * @param ports where it listens
   * @param rewiring points it to its providers
   * @param machine the variables of the host
   */
  static ProcessLaunch of(
      ComposeService service,
      ProcessCommand process,
      AddressBook.Ports ports,
      Rewiring rewiring,
      Map<String, String> machine) {
    List<String> command = new ArrayList<>();
    process.command().forEach(argument -> command.add(rewiring.text(argument.text())));
    command.set(0, program(command.get(0), machine));
    Map<String, String> variables = new LinkedHashMap<>();
    INHERITED.stream()
        .filter(machine::containsKey)
        .forEach(name -> variables.put(name, machine.get(name)));
    Map<String, String> own = new LinkedHashMap<>();
    put(service.environment(), own);
    put(process.environment(), own);
    variables.putAll(listen(rewiring.variables(own), ports));
    return new ProcessLaunch(command, variables, process.directory(), process.position());
  }

  /** {@code java} is the one that Maven runs with, which need not be on the path. */
  private static String program(String written, Map<String, String> machine) {
    String home = machine.get("JAVA_HOME");
    return written.equals("java") && home != null
        ? Path.of(home, "bin", "java").toString()
        : written;
  }

  private static void put(Map<String, Value> values, Map<String, String> variables) {
    values.forEach((name, value) -> variables.put(name, value.text()));
  }

  private static Map<String, String> listen(
      Map<String, String> variables, AddressBook.Ports ports) {
    Map<String, String> listening = new LinkedHashMap<>();
    variables.forEach((name, value) -> listening.put(name, own(name, value, ports)));
    listening.put(PORT, String.valueOf(ports.main()));
    listening.putIfAbsent("HOST", Rewiring.LOOPBACK);
    return listening;
  }

  private static String own(String name, String value, AddressBook.Ports ports) {
    if (!ContainerPorts.isOwn(name)) {
      return value;
    }
    return ports.local().entrySet().stream()
        .filter(port -> port.getKey().toString().equals(value))
        .map(port -> port.getValue().toString())
        .findFirst()
        .orElse(value);
  }
}

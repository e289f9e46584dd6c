package dev.trestle.host.compose;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A system as its Compose files describe it.
 *
 * @param name the project's name
 * @param files every Compose file that was read, absolute, in the order of reading
 * @param services the services of the active profiles and what they depend on, in file order
 * @param warnings what was read but not used or not understood
 * @param resources what the services share
 */
public record ComposeProject(
    String name,
    List<Path> files,
    Map<String, ComposeService> services,
    List<ComposeWarning> warnings,
    Resources resources) {

  /** Copies the collections and keeps their order. */
  public ComposeProject {
    files = List.copyOf(files);
    services = Ordered.copy(services);
    warnings = List.copyOf(warnings);
  }

  /** A system whose services share nothing but the usual network. */
  public ComposeProject(
      String name,
      List<Path> files,
      Map<String, ComposeService> services,
      List<ComposeWarning> warnings) {
    this(name, files, services, warnings, Resources.none());
  }
}

package dev.trestle.host.compose;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads Compose files. */
public final class ComposeReader {
  private ComposeReader() {}

  /**
   * Reads, merges and checks the files of a request.
   *
   * @param request what to read
   * @return the system
   * @throws ComposeException if a file cannot be read, is not Compose, or contradicts itself
   */
  public static ComposeProject read(ComposeRequest request) {
    Path directory = request.projectDirectory().toAbsolutePath().normalize();
    Sources sources = new Sources(directory);
    Warnings warnings = new Warnings();
    Variables variables = variables(request.environment(), directory, sources, warnings);
    List<Path> files =
        request.files().isEmpty() ? DefaultFiles.in(directory, variables) : request.files();
    List<Path> absolute = files.stream().map(file -> directory.resolve(file).normalize()).toList();
    Node.Mapping root = new FileSet(sources, warnings).load(absolute, directory, variables);
    ProjectMapper mapper = new ProjectMapper(new Field("", root), sources, warnings);
    String name = ProjectName.of(mapper.name(), directory, variables);
    Map<String, ComposeService> services = mapper.services(profiles(request, variables));
    Resources resources = mapper.resources();
    return new ComposeProject(name, sources.read(), services, warnings.all(), resources);
  }

  /** Whether a folder has a file that Compose takes by default. */
  public static boolean hasDefaultFile(Path directory) {
    return DefaultFiles.exist(directory);
  }

  private static Variables variables(
      Map<String, String> environment, Path directory, Sources sources, Warnings warnings) {
    Path file = directory.resolve(".env");
    Variables alone = new Variables(environment, Map.of());
    if (!Files.isRegularFile(file)) {
      return alone;
    }
    Map<String, String> defaults = new LinkedHashMap<>();
    EnvFile.parse(sources.variables(file, null), sources.shown(file), alone, warnings)
        .forEach((name, value) -> defaults.put(name, value.text()));
    return new Variables(environment, defaults);
  }

  private static Set<String> profiles(ComposeRequest request, Variables variables) {
    String listed = variables.get("COMPOSE_PROFILES");
    return request.profiles().isEmpty() && listed != null
        ? Stream.of(listed.split(",")).map(String::strip).collect(Collectors.toSet())
        : request.profiles();
  }
}

package dev.trestle.host.compose;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts the included projects into the file that includes them. */
final class Include {
  private static final List<String> RESOURCES =
      List.of("services", "volumes", "networks", "secrets", "configs");
  private static final Keys KEYS = Keys.of("path", "project_directory", "env_file");

  private final FileSet files;
  private final Sources sources;
  private final Warnings warnings;

  Include(FileSet files, Sources sources, Warnings warnings) {
    this.files = files;
    this.sources = sources;
    this.warnings = warnings;
  }

  /**
   * The file with what it includes.
   *
   * @param chain the files that led to this one, itself the last
   */
  Node.Mapping apply(Node.Mapping root, List<Path> chain) {
    Field include = new Field("", root).get("include");
    if (include == null) {
      return root;
    }
    Node.Mapping result = root;
    for (Field item : include.items()) {
      result = add(result, load(item, chain), item);
    }
    return result;
  }

  private Node.Mapping load(Field item, List<Path> chain) {
    boolean isLong = item.isMapping();
    if (isLong) {
      KEYS.check(item, warnings);
    }
    List<Field> paths = isLong ? list(required(item)) : List.of(item);
    paths.forEach(path -> refuseCycle(path, chain));
    Field directory = isLong ? item.get("project_directory") : null;
    Path base = directory == null ? FileSet.parent(paths.get(0).path()) : directory.path();
    Variables variables = item.node().origin().source().variables();
    return files.load(
        paths.stream().map(Field::path).toList(),
        base,
        variables.over(defaults(isLong ? item.get("env_file") : null, base, variables)),
        item,
        chain);
  }

  private static Field required(Field item) {
    Field path = item.get("path");
    if (path == null || (path.isSequence() && path.items().isEmpty())) {
      throw item.error(
          "an include does not say which file",
          "It has the keys: " + String.join(", ", item.entries().keySet()) + ".",
          "Add the key 'path'.");
    }
    return path;
  }

  private static List<Field> list(Field field) {
    return field.isSequence() ? field.items() : List.of(field);
  }

  private Map<String, String> defaults(@Nullable Field envFiles, Path base, Variables variables) {
    Map<String, String> values = new LinkedHashMap<>();
    if (envFiles == null) {
      Path file = base.resolve(".env");
      if (Files.isRegularFile(file)) {
        putAll(values, file, null, variables);
      }
      return values;
    }
    for (Field file : list(envFiles)) {
      putAll(values, file.path(), file, variables);
    }
    return values;
  }

  private void putAll(
      Map<String, String> values, Path file, @Nullable Field reference, Variables variables) {
    String text = sources.variables(file, reference);
    EnvFile.parse(text, sources.shown(file), variables.over(values), warnings)
        .forEach((name, value) -> values.put(name, value.text()));
  }

  private void refuseCycle(Field path, List<Path> chain) {
    if (!chain.contains(path.path())) {
      return;
    }
    List<Path> cycle = new ArrayList<>(chain.subList(chain.indexOf(path.path()), chain.size()));
    cycle.add(path.path());
    throw path.error(
        "a file includes itself",
        "Chain: "
            + cycle.stream()
                .map(file -> sources.shown(file).toString().replace('\\', '/'))
                .collect(Collectors.joining(" -> ")),
        "Remove one of these includes.");
  }

  private static Node.Mapping add(Node.Mapping root, Node.Mapping included, Field item) {
    Node.Mapping result = root;
    for (String resource : RESOURCES) {
      Node.Mapping mine = result.mapping(resource);
      Map<String, Node> all = new LinkedHashMap<>(included.mapping(resource).entries());
      if (resource.equals("services")) {
        all.forEach((name, service) -> refuseConflict(name, service, mine, item));
      }
      if (!all.isEmpty()) {
        all.putAll(mine.entries());
        result = result.with(resource, mine.with(all));
      }
    }
    return result;
  }

  private static void refuseConflict(String name, Node service, Node.Mapping mine, Field item) {
    Node other = mine.entries().get(name);
    // A file that is included by two others brings the same definition twice.
    if (other != null && !other.origin().position().equals(service.origin().position())) {
      throw item.error(
          "service '" + name + "' is defined here and in an included file",
          "Defined at: " + other.origin().position() + ", " + service.origin().position(),
          "Rename one of them, or put the changes into a file that is merged:"
              + " include: [{ path: [the file, your changes] }].");
    }
  }
}

package dev.trestle.host.compose;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Maps the merged files to the services that are active. */
final class ProjectMapper {
  private static final Keys KEYS =
      Keys.of("services", "volumes", "networks", "secrets", "configs", "name", "version", "include")
          .unused("models");
  private static final Pattern SERVICE_NAME = Pattern.compile("[a-zA-Z0-9._-]+");

  private final Field root;
  private final Sources sources;
  private final Warnings warnings;

  ProjectMapper(Field root, Sources sources, Warnings warnings) {
    this.root = root;
    this.sources = sources;
    this.warnings = warnings;
    KEYS.check(root, warnings);
  }

  @Nullable Field name() {
    return root.get("name");
  }

  /** What the services share. */
  Resources resources() {
    return ResourceMapper.map(root.get("networks"), root.get("volumes"), warnings);
  }

  /** The services of the active profiles, and those that they need. */
  Map<String, ComposeService> services(Set<String> profiles) {
    Map<String, Field> fields = fields();
    Selection selection = new Selection(profiles);
    fields.forEach(
        (name, field) ->
            selection.add(
                name, ServiceMapper.profiles(field), DependencyMapper.map(field, warnings)));
    Set<String> selected = selection.selected();
    ServiceMapper mapper =
        new ServiceMapper(
            sources,
            warnings,
            names("networks"),
            names("volumes"),
            new GrantMapper(root.get("secrets"), root.get("configs"), warnings),
            new Links(fields, warnings));
    Map<String, ComposeService> all = new LinkedHashMap<>();
    fields.forEach(
        (name, field) ->
            all.put(
                name,
                mapper.map(name, field, selection.dependencies(name), selected.contains(name))));
    EdgesMapper.checkProviders(all);
    Map<String, ComposeService> services = new LinkedHashMap<>(all);
    services.keySet().retainAll(selected);
    return services;
  }

  private Map<String, Field> fields() {
    Field services = root.get("services");
    if (services == null || services.entries().isEmpty()) {
      throw root.error(
          "it defines no services",
          "Its keys: " + String.join(", ", root.entries().keySet()) + ".",
          "Describe the services under 'services:'.");
    }
    services.entries().forEach(ProjectMapper::checkName);
    return services.entries();
  }

  private static void checkName(String name, Field service) {
    if (!SERVICE_NAME.matcher(name).matches() || name.matches("\\.{1,2}")) {
      throw service.error(
          "the service name '" + name + "' is not allowed",
          "Allowed are letters, digits, '.', '_' and '-', but not '.' or '..' alone.",
          "Rename the service.");
    }
  }

  private Set<String> names(String resource) {
    Field field = root.get(resource);
    return field == null ? Set.of() : field.entries().keySet();
  }
}

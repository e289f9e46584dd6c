package dev.trestle.host.compose;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Maps a service of the merged files to the model. */
final class ServiceMapper {
  private final EnvironmentMapper environment;
  private final Warnings warnings;
  private final Set<String> networks;
  private final Set<String> volumes;
  private final GrantMapper grants;
  private final Links links;

  ServiceMapper(
      Sources sources,
      Warnings warnings,
      Set<String> networks,
      Set<String> volumes,
      GrantMapper grants,
      Links links) {
    this.environment = new EnvironmentMapper(sources, warnings);
    this.warnings = warnings;
    this.networks = networks;
    this.volumes = volumes;
    this.grants = grants;
    this.links = links;
  }

  /** The profiles that activate a service. */
  static Set<String> profiles(Field service) {
    Field profiles = service.get("profiles");
    return profiles == null ? Set.of() : new LinkedHashSet<>(profiles.texts());
  }

  /**
   * The service.
   *
   * @param active whether it will run, so that the files that it names must be there
   */
  ComposeService map(
      String name, Field service, Map<String, Dependency> dependencies, boolean active) {
    ServiceKeys.check(service, warnings);
    Field image = service.get("image");
    Field build = service.get("build");
    Field healthcheck = service.get("healthcheck");
    Field expose = service.get("expose");
    ComposeService mapped =
        new ComposeService(
            name,
            image == null ? null : image.text(),
            build == null ? null : BuildMapper.map(build, warnings),
            environment.map(service, active),
            command(service, "command"),
            command(service, "entrypoint"),
            PortMapper.ports(service.get("ports"), warnings),
            expose == null ? List.of() : PortMapper.exposed(expose, warnings),
            dependencies,
            healthcheck == null ? null : HealthcheckMapper.map(healthcheck, warnings),
            VolumeMapper.map(service.get("volumes"), volumes, warnings),
            NetworkMapper.map(service, networks, links.aliases(name), warnings),
            profiles(service),
            service.node().origin().source().base(),
            service.position(),
            XTrestleMapper.map(service, warnings),
            new ContainerMapper(service, grants, warnings).map());
    refuseEmpty(service, mapped);
    if (active) { // the variables of others are not read
      EdgesMapper.checkVariables(mapped);
    }
    return mapped;
  }

  private List<String> command(Field service, String key) {
    Field field = service.get(key);
    if (field == null) {
      return List.of();
    }
    List<String> words = field.words().stream().map(Field::text).toList();
    if (words.isEmpty()) {
      warnings.add(
          field.position(), field.key(), "an empty value is read as the image's own " + key);
    }
    return words;
  }

  private static void refuseEmpty(Field field, ComposeService service) {
    XTrestle own = service.xTrestle();
    boolean runs =
        service.image() != null
            || service.build() != null
            || own.process() != null
            || own.stub() != null
            || own.mailbox();
    if (!runs) {
      throw field.error(
          "service '" + service.name() + "' has nothing to run",
          "It has none of: image, build, x-trestle.process, x-trestle.stub, x-trestle.mailbox.",
          "Add one of them.");
    }
  }
}

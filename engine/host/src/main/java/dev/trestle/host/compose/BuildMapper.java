package dev.trestle.host.compose;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Maps {@code build}. */
final class BuildMapper {
  private static final Keys KEYS =
      Keys.of("context", "dockerfile", "args", "target")
          .unused(
              "additional_contexts",
              "cache_from",
              "cache_to",
              "dockerfile_inline",
              "entitlements",
              "extra_hosts",
              "isolation",
              "labels",
              "network",
              "no_cache",
              "platforms",
              "privileged",
              "provenance",
              "pull",
              "sbom",
              "secrets",
              "shm_size",
              "ssh",
              "tags",
              "ulimits");
  private static final Pattern REMOTE =
      Pattern.compile("(https?|ssh|git|docker-image|oci-layout)://.*|git@.*|github\\.com/.*");

  private BuildMapper() {}

  static Build map(Field build, Warnings warnings) {
    KEYS.check(build, warnings);
    Field dockerfile = build.get("dockerfile");
    Field target = build.get("target");
    Map<String, Value> args = new LinkedHashMap<>();
    Field assignments = build.get("args");
    if (assignments != null) {
      EnvironmentMapper.addAssignments(assignments, args);
    }
    Map<String, String> texts = new LinkedHashMap<>();
    args.forEach((name, value) -> texts.put(name, value.text()));
    return new Build(
        context(build),
        dockerfile == null ? null : dockerfile.text(),
        texts,
        target == null ? null : target.text(),
        build.position());
  }

  private static String context(Field build) {
    Field context = build.get("context");
    if (context == null) {
      return build.node().origin().source().base().toString();
    }
    return REMOTE.matcher(context.text()).matches() ? context.text() : context.path().toString();
  }
}

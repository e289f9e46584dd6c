package dev.trestle.host.compose;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Maps the keys of a service that are of use to its container alone. */
final class ContainerMapper {
  private static final List<String> PULL_POLICIES =
      List.of("always", "never", "missing", "if_not_present", "build", "daily", "weekly");
  private static final Pattern PERIODS = Pattern.compile("daily|weekly|every_([0-9]+[smhdw])+");

  private static final Pattern SECCOMP_FILE =
      Pattern.compile("seccomp[:=](?!unconfined$|builtin$).*");

  private final Field service;
  private final Warnings warnings;
  private final GrantMapper grants;

  ContainerMapper(Field service, GrantMapper grants, Warnings warnings) {
    this.service = service;
    this.grants = grants;
    this.warnings = warnings;
  }

  ContainerSettings map() {
    Field init = service.get("init");
    Field grace = service.get("stop_grace_period");
    return new ContainerSettings(
        text("platform"),
        pullPolicy(),
        place(),
        security(),
        LimitsMapper.map(service, warnings),
        names(),
        init == null ? null : init.flag(),
        flag("tty"),
        flag("stdin_open"),
        text("stop_signal"),
        grace == null ? null : grace.duration(),
        pairs("labels", "="),
        pairs("sysctls", "="),
        tmpfs(),
        grants.map(service));
  }

  private ContainerSettings.Place place() {
    return new ContainerSettings.Place(
        text("user"),
        texts("group_add"),
        text("working_dir"),
        text("hostname"),
        text("domainname"),
        namespace("pid"),
        namespace("ipc"),
        text("userns_mode"));
  }

  private ContainerSettings.Security security() {
    return new ContainerSettings.Security(
        Capabilities.map(service.get("cap_add")),
        Capabilities.map(service.get("cap_drop")),
        securityOptions(),
        flag("privileged"),
        flag("read_only"));
  }

  private ContainerSettings.Names names() {
    return new ContainerSettings.Names(
        ExtraHosts.map(service.get("extra_hosts")),
        texts("dns"),
        texts("dns_search"),
        texts("dns_opt"));
  }

  /** A namespace; those of other services, which may not run yet, are not joined. */
  private @Nullable String namespace(String key) {
    Field field = service.get(key);
    if (field != null && field.text().startsWith("service:")) {
      warnings.add(field.position(), field.key(), "'" + field.text() + "' is not used by Trestle");
      return null;
    }
    return field == null ? null : field.text();
  }

  /** Security options; a profile in a file is none that the engine reads. */
  private List<String> securityOptions() {
    Field field = service.get("security_opt");
    List<String> options = new ArrayList<>();
    for (Field option : field == null ? List.<Field>of() : field.items()) {
      if (SECCOMP_FILE.matcher(option.text()).matches()) {
        warnings.add(
            option.position(),
            option.key(),
            "'"
                + option.text()
                + "' is not used by Trestle, which leaves the engine's own profile");
      } else {
        options.add(option.text());
      }
    }
    return options;
  }

  private @Nullable String pullPolicy() {
    Field policy = service.get("pull_policy");
    if (policy == null) {
      return null;
    }
    String text = policy.text();
    if (PERIODS.matcher(text).matches()) {
      warnings.add(
          policy.position(),
          policy.key(),
          "'" + text + "' is not used by Trestle, which pulls an image that is missing");
      return null;
    }
    if (!PULL_POLICIES.contains(text)) {
      throw policy.error(
          "the pull policy '" + text + "' is not known",
          Suggestion.among("Policies", text, PULL_POLICIES),
          "Use one of these policies, or every_ and a time, as every_12h.");
    }
    return text.equals("if_not_present") ? "missing" : text;
  }

  private Map<String, String> tmpfs() {
    Map<String, String> folders = new LinkedHashMap<>();
    for (String folder : texts("tmpfs")) {
      String[] parts = folder.split(":", 2);
      folders.put(parts[0], parts.length > 1 ? parts[1] : "");
    }
    return folders;
  }

  private @Nullable String text(String key) {
    Field field = service.get(key);
    return field == null ? null : field.text();
  }

  private boolean flag(String key) {
    Field field = service.get(key);
    return field != null && field.flag();
  }

  /** A list of texts, or one text. */
  private List<String> texts(String key) {
    Field field = service.get(key);
    if (field == null) {
      return List.of();
    }
    return field.isSequence() ? field.texts() : List.of(field.text());
  }

  /** A mapping, or a list of texts with a separator. */
  private Map<String, String> pairs(String key, String separator) {
    Field field = service.get(key);
    Map<String, String> pairs = new LinkedHashMap<>();
    if (field == null) {
      return pairs;
    }
    if (field.isSequence()) {
      for (Field item : field.items()) {
        String[] parts = item.text().split(separator, 2);
        pairs.put(parts[0].strip(), parts.length > 1 ? parts[1].strip() : "");
      }
    } else {
      field.entries().forEach((name, value) -> pairs.put(name, value.isNull() ? "" : value.text()));
    }
    return pairs;
  }
}

package dev.trestle.host.compose;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Maps {@code secrets} and {@code configs}: files that a service may read. */
final class GrantMapper {
  private static final Keys KEYS = Keys.of("source", "target").unused("uid", "gid", "mode");
  private static final Keys DEFINITION =
      Keys.of("file", "environment", "content", "external", "name")
          .unused("driver", "driver_opts", "labels", "template_driver");

  private final @Nullable Field secrets;
  private final @Nullable Field configs;
  private final Warnings warnings;

  /** The mapper with the top-level definitions. */
  GrantMapper(@Nullable Field secrets, @Nullable Field configs, Warnings warnings) {
    this.secrets = secrets;
    this.configs = configs;
    this.warnings = warnings;
  }

  List<FileGrant> map(Field service) {
    List<FileGrant> grants = new ArrayList<>();
    add(service.get("secrets"), secrets, "secrets", "/run/secrets/", grants);
    add(service.get("configs"), configs, "configs", "/", grants);
    return grants;
  }

  private void add(
      @Nullable Field asked,
      @Nullable Field defined,
      String kind,
      String folder,
      List<FileGrant> grants) {
    if (asked == null) {
      return;
    }
    for (Field item : asked.items()) {
      if (item.isMapping()) {
        KEYS.check(item, warnings);
      }
      Field source = item.isMapping() ? item.get("source") : item;
      if (source == null) {
        throw item.error(
            "an entry of '" + kind + "' does not say which",
            "It has the keys: " + String.join(", ", item.entries().keySet()) + ".",
            "Add the key 'source'.");
      }
      Field target = item.isMapping() ? item.get("target") : null;
      String path = target == null ? source.text() : target.text();
      Field definition = definition(source, defined, kind);
      grants.add(grant(definition, source, path.startsWith("/") ? path : folder + path));
    }
  }

  private static Field definition(Field source, @Nullable Field defined, String kind) {
    Map<String, Field> known = defined == null ? Map.of() : defined.entries();
    Field found = known.get(source.text());
    if (found == null) {
      throw source.error(
          "'" + source.text() + "' is not defined",
          Suggestion.among("Defined " + kind, source.text(), known.keySet()),
          "Correct the name, or add it under the top-level key '" + kind + "'.");
    }
    return found;
  }

  private FileGrant grant(Field definition, Field source, String target) {
    DEFINITION.check(definition, warnings);
    Field file = definition.get("file");
    Field content = definition.get("content");
    Field variable = definition.get("environment");
    Path path = file == null ? null : file.path();
    String text = content == null ? null : content.text();
    if (variable != null) {
      text = variable.node().origin().source().variables().get(variable.text());
    }
    return new FileGrant(path, text, target, source.position());
  }
}

package dev.trestle.host.compose;

import java.io.File;
import java.nio.file.InvalidPathException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Maps {@code volumes} of a service, short and long. */
final class VolumeMapper {
  private static final Keys KEYS =
      Keys.of("type", "source", "target", "read_only")
          .unused("bind", "volume", "tmpfs", "image", "consistency");

  /** With a slash it is a drive on Windows only: elsewhere {@code d:/data} mounts a volume. */
  private static final String DRIVE =
      File.separatorChar == '\\' ? "[A-Za-z]:[\\\\/]" : "[A-Za-z]:\\\\";

  private static final Pattern SHORT =
      Pattern.compile(
          "(?:(?<source>" + DRIVE + "[^:]*|[^:]+):)?(?<target>[^:]+)(?::(?<mode>[A-Za-z,]+))?");
  private static final Set<String> MODES = Set.of("ro", "rw");

  private VolumeMapper() {}

  static List<VolumeMount> map(@Nullable Field volumes, Set<String> defined, Warnings warnings) {
    Map<String, VolumeMount> unique = new LinkedHashMap<>();
    for (Field volume : volumes == null ? List.<Field>of() : volumes.items()) {
      VolumeMount mount =
          volume.isMapping() ? ofMapping(volume, warnings) : ofText(volume, warnings);
      refuseUndefined(mount, volume, defined);
      unique.put(mount.target(), mount);
    }
    return List.copyOf(unique.values());
  }

  private static VolumeMount ofText(Field volume, Warnings warnings) {
    Matcher parts = SHORT.matcher(volume.text());
    if (!parts.matches()) {
      throw malformed(volume, "Found: " + volume.text());
    }
    String source = parts.group("source");
    String mode = parts.group("mode");
    boolean isBind = source != null && source.matches("[./~\\\\].*|" + DRIVE + ".*");
    List<String> modes = mode == null ? List.of() : List.of(mode.split(","));
    modes.stream()
        .filter(word -> !MODES.contains(word))
        .forEach(
            word ->
                warnings.add(
                    volume.position(),
                    volume.key(),
                    "the mode '" + word + "' is not used by Trestle"));
    return new VolumeMount(
        isBind ? VolumeMount.Type.BIND : VolumeMount.Type.VOLUME,
        isBind && source != null ? resolved(volume, source) : source,
        parts.group("target"),
        modes.contains("ro"),
        volume.position());
  }

  private static VolumeMount ofMapping(Field volume, Warnings warnings) {
    KEYS.check(volume, warnings);
    Field target = volume.get("target");
    if (target == null) {
      throw malformed(
          volume, "It has the keys: " + String.join(", ", volume.entries().keySet()) + ".");
    }
    Field source = volume.get("source");
    Field readOnly = volume.get("read_only");
    VolumeMount.Type type = type(volume.get("type"));
    boolean isBind = type == VolumeMount.Type.BIND;
    return new VolumeMount(
        type,
        source == null ? null : isBind ? resolved(source, source.text()) : source.text(),
        target.text(),
        readOnly != null && readOnly.flag(),
        volume.position());
  }

  private static VolumeMount.Type type(@Nullable Field type) {
    return switch (type == null ? "volume" : type.text()) {
      case "volume" -> VolumeMount.Type.VOLUME;
      case "bind" -> VolumeMount.Type.BIND;
      case "tmpfs" -> VolumeMount.Type.TMPFS;
      default -> VolumeMount.Type.OTHER;
    };
  }

  private static String resolved(Field field, String source) {
    Source file = field.node().origin().source();
    String home = file.variables().get("HOME");
    String path = source.startsWith("~") && home != null ? home + source.substring(1) : source;
    try {
      return file.base().resolve(path).normalize().toString();
    } catch (InvalidPathException e) {
      throw malformed(field, "Found: " + source);
    }
  }

  private static void refuseUndefined(VolumeMount mount, Field volume, Set<String> defined) {
    String source = mount.source();
    if (mount.type() == VolumeMount.Type.VOLUME && source != null && !defined.contains(source)) {
      throw volume.error(
          "the volume '" + source + "' is not defined",
          Suggestion.among("Defined volumes", source, defined),
          "Add it under the top-level key 'volumes', or write ./" + source + " for a directory.");
    }
  }

  private static ComposeException malformed(Field volume, String evidence) {
    return volume.error(
        "a volume is malformed",
        evidence,
        "Write it as \"data:/var/data\", \"./conf:/etc/app:ro\" or { type: volume, source: data,"
            + " target: /var/data }.");
  }
}

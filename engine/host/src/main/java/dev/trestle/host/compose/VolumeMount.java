package dev.trestle.host.compose;

import org.jspecify.annotations.Nullable;

/**
 * Something that is mounted into a service.
 *
 * @param type what it is
 * @param source the absolute path of a bind mount, or the name of a volume; null when it has none
 * @param target the path in the service
 * @param readOnly whether the service may only read it
 * @param position where it is written
 */
public record VolumeMount(
    Type type, @Nullable String source, String target, boolean readOnly, Position position) {

  /** What is mounted. */
  public enum Type {
    /** A named volume, or an anonymous one without a source. */
    VOLUME,
    /** A path of the host. */
    BIND,
    /** Memory. */
    TMPFS,
    /** A pipe, cluster volume, image or other kind that Trestle passes by. */
    OTHER
  }
}

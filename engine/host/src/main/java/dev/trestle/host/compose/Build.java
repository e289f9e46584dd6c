package dev.trestle.host.compose;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How an image is built.
 *
 * @param context the absolute directory that is sent to the builder, or the address of a repository
 * @param dockerfile the Dockerfile, relative to the context, null for {@code Dockerfile}
 * @param args the build arguments
 * @param target the stage to build, null for the last
 * @param position where the build is described
 */
public record Build(
    String context,
    @Nullable String dockerfile,
    Map<String, String> args,
    @Nullable String target,
    Position position) {

  /** Copies the arguments and keeps their order. */
  public Build {
    args = Ordered.copy(args);
  }
}

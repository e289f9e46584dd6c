package dev.trestle.host.container;

import com.github.dockerjava.api.command.InspectImageResponse;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A platform of images, as {@code linux/arm64/v8}; the variant is left to the engine.
 *
 * @param os the operating system
 * @param architecture the processor, as Go names it
 */
record Platform(String os, String architecture) {

  private static final Map<String, String> OTHER_NAMES =
      Map.of("x86_64", "amd64", "x86-64", "amd64", "aarch64", "arm64", "i386", "386");

  /** A platform as Compose files write it; a processor alone is one of Linux. */
  static Platform parse(String text) {
    String[] parts = text.toLowerCase(Locale.ROOT).split("/");
    return parts.length == 1 ? of("linux", parts[0]) : of(parts[0], parts[1]);
  }

  /** The platform of an image. */
  static Platform of(InspectImageResponse image) {
    return of(String.valueOf(image.getOs()), String.valueOf(image.getArch()));
  }

  /** Whether an image is for what is asked for, or nothing is. */
  static boolean fits(InspectImageResponse image, @Nullable String asked) {
    return asked == null || asked.isBlank() || parse(asked).equals(of(image));
  }

  private static Platform of(String os, String architecture) {
    return new Platform(os, OTHER_NAMES.getOrDefault(architecture, architecture));
  }

  @Override
  public String toString() {
    return os + "/" + architecture;
  }
}

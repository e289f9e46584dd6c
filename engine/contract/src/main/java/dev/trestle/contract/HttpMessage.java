package dev.trestle.contract;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request or a response as far as it is known.
 *
 * @param headers its headers by lower-case name
 * @param length the length of its body in bytes, negative when that is not known
 * @param body its body as text; null when it is not known as a whole
 */
public record HttpMessage(Map<String, String> headers, long length, @Nullable String body) {

  String header(String name) {
    return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
  }

  /** The media type without parameters, empty when none is said. */
  String mediaType() {
    return MediaTypes.plain(header("content-type"));
  }
}

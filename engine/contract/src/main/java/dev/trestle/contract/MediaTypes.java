package dev.trestle.contract;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Media types, RFC 9110 section 8.3. */
public final class MediaTypes {

  private MediaTypes() {}

  /** A media type without its parameters, in lower case. */
  public static String plain(String mediaType) {
    return mediaType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  /** Whether it is that of a form. */
  public static boolean isForm(String mediaType) {
    return plain(mediaType).equals("application/x-www-form-urlencoded");
  }

  /** Whether it is one of JSON. */
  public static boolean isJson(String mediaType) {
    String plain = plain(mediaType);
    return plain.equals("application/json") || plain.endsWith("+json");
  }

  /** Whether it has a structure that is not read, of XML or of parts. */
  static boolean isUnread(String mediaType) {
    String plain = plain(mediaType);
    return plain.startsWith("multipart/") || plain.endsWith("/xml") || plain.endsWith("+xml");
  }

  /** What a document's {@code content} says of a media type, also by a range of them. */
  public static Optional<Place> find(Place content, String mediaType) {
    String type = plain(mediaType);
    String range = type.replaceFirst("/.*", "/*");
    return Stream.of(type, range, "*/*")
        .flatMap(
            wanted ->
                content.members().entrySet().stream()
                    .filter(described -> plain(described.getKey()).equals(wanted)))
        .findFirst()
        .map(Map.Entry::getValue);
  }
}

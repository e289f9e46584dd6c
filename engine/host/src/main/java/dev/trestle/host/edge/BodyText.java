package dev.trestle.host.edge;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A body as text: in the charset of its media type, else that of its byte order mark, else UTF-8 or
 * UTF-16 as JSON's first bytes tell.
 *
 * @param charset the charset
 * @param mark the byte order mark, or empty
 * @param text the text after the mark
 */
record BodyText(Charset charset, String mark, String text) {

  private static final Pattern CHARSET =
      Pattern.compile("(?i).*;\\s*charset\\s*=\\s*\"?([^\\s;\"]+).*");
  private static final String MARK = "\uFEFF";

  /**
   * Reads a body.
   *
   * @param contentType the field, empty for none
   * @throws CharacterCodingException when it is not text in its charset
   */
  static BodyText of(byte[] body, String contentType) throws CharacterCodingException {
    Charset named = charset(contentType);
    Charset charset = named == null ? guessed(body) : named;
    String whole =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT)
            .decode(ByteBuffer.wrap(body))
            .toString();
    String mark = whole.startsWith(MARK) ? MARK : "";
    return new BodyText(charset, mark, whole.substring(mark.length()));
  }

  /** The charset that a media type names, or null. */
  static @Nullable Charset charset(String contentType) {
    Matcher found = CHARSET.matcher(contentType);
    try {
      return found.matches() ? Charset.forName(found.group(1)) : null;
    } catch (IllegalArgumentException e) {
      return null; // one that nobody knows
    }
  }

  private static Charset guessed(byte[] body) {
    if (body.length >= 2) {
      boolean bigMark = body[0] == (byte) 0xFE && body[1] == (byte) 0xFF;
      boolean littleMark = body[0] == (byte) 0xFF && body[1] == (byte) 0xFE;
      if (bigMark || (body[0] == 0 && body[1] != 0)) {
        return UTF_16BE;
      }
      if (littleMark || (body[0] != 0 && body[1] == 0)) {
        return UTF_16LE;
      }
    }
    return UTF_8;
  }

  /** Another text in the same charset; a character that the charset lacks is escaped as in JSON. */
  byte[] bytes(String other) {
    return (mark + (charset.name().startsWith("UTF-") ? other : escaped(other))).getBytes(charset);
  }

  private String escaped(String other) {
    StringBuilder json = new StringBuilder();
    CharsetEncoder encoder = charset.newEncoder();
    for (int i = 0; i < other.length(); i++) {
      char c = other.charAt(i);
      json.append(encoder.canEncode(c) ? String.valueOf(c) : String.format("\\u%04x", (int) c));
    }
    return json.toString();
  }
}

package dev.trestle.host.standin.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text of a header with encoded words, RFC 2047. It never fails: an unknown charset is read as
 * UTF-8, and a character that two words share is put together as mail programs do.
 */
final class EncodedText {

  private static final Pattern WORD =
      Pattern.compile("=\\?([^?\\s*]++)(?:\\*[^?\\s]*+)?\\?([bBqQ])\\?([^?]*+)\\?=");

  private final StringBuilder text = new StringBuilder();
  private final ByteArrayOutputStream open = new ByteArrayOutputStream();
  private String charset = "";

  private EncodedText() {}

  /** The text as a reader sees it, unfolded. */
  static String of(String raw) {
    return new EncodedText().decode(raw.replaceAll("\\r?\\n(?=[ \\t])", ""));
  }

  private String decode(String raw) {
    Matcher word = WORD.matcher(raw);
    int at = 0;
    while (word.find()) {
      String between = raw.substring(at, word.start());
      boolean continues = at > 0 && between.isBlank(); // Space between two words is not text.
      if (!continues) {
        flush();
        text.append(between);
      }
      add(word.group(1), word.group(2), word.group(3));
      at = word.end();
    }
    flush();
    return text.append(raw, at, raw.length()).toString();
  }

  private void add(String name, String encoding, String content) {
    if (!name.equalsIgnoreCase(charset)) {
      flush();
      charset = name;
    }
    open.writeBytes("q".equalsIgnoreCase(encoding) ? quoted(content) : base64(content));
  }

  private void flush() {
    text.append(text(open.toByteArray(), charset));
    open.reset();
    charset = "";
  }

  /** The text of bytes; of an unknown charset, and where they do not fit, with replacements. */
  static String text(byte[] bytes, String charset) {
    return new String(bytes, known(charset));
  }

  private static Charset known(String name) {
    try {
      return name.isEmpty() || "us-ascii".equalsIgnoreCase(name)
          ? StandardCharsets.UTF_8
          : Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return StandardCharsets.UTF_8;
    }
  }

  private static byte[] base64(String content) {
    try {
      return Base64.getMimeDecoder().decode(content);
    } catch (IllegalArgumentException e) {
      return content.getBytes(StandardCharsets.UTF_8);
    }
  }

  private static byte[] quoted(String content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; i < content.length(); i++) {
      char c = content.charAt(i);
      int value = c == '=' && i + 2 < content.length() ? hex(content, i + 1) : -1;
      if (value >= 0) {
        out.write(value);
        i += 2;
      } else {
        out.writeBytes(String.valueOf(c == '_' ? ' ' : c).getBytes(StandardCharsets.UTF_8));
      }
    }
    return out.toByteArray();
  }

  private static int hex(String content, int at) {
    int high = Character.digit(content.charAt(at), 16);
    int low = Character.digit(content.charAt(at + 1), 16);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
  }
}

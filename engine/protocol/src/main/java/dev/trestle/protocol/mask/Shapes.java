package dev.trestle.protocol.mask;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;

/** What is a secret by its shape, and what is none although it stands at a secret's place. */
final class Shapes {

  /** What stands in place of a secret. */
  static final String MASK = "*****";

  private static final Set<String> WORDS =
      Set.of("null", "true", "false", "undefined", "None", "nil", "NULL", "absent", "?", "%s");

  /** How keys of well-known services begin, and how long they are at least. */
  private static final List<String> PREFIXES =
      List.of(
          "AKIA",
          "ASIA",
          "AIza",
          "ghp_",
          "gho_",
          "ghs_",
          "github_pat_",
          "glpat-",
          "xoxb-",
          "xoxp-",
          "sk_live_",
          "sk_test_",
          "sk-ant-",
          "hf_");

  private static final int SHORTEST_KEY = 20;
  private static final int SHORTEST_TOKEN = 6;
  private static final int SHORTEST_WORD = 16;

  private Shapes() {}

  /** Whether a value tells nothing: empty, masked already, a placeholder, or one of two values. */
  static boolean isShown(String value) {
    return value.isBlank()
        || value.startsWith("***")
        || WORDS.contains(value)
        || (value.startsWith("${") && value.indexOf('}') == value.length() - 1)
        || (value.startsWith("$") && value.substring(1).chars().allMatch(Character::isDigit))
        || (value.startsWith("<") && value.indexOf('>') == value.length() - 1)
        || value.startsWith("#{json-unit.");
  }

  /** Whether text after {@code Bearer} or {@code Basic} is a token and no word of a sentence. */
  static boolean isToken(String scheme, String value) {
    if (scheme.equalsIgnoreCase("Basic")) {
      return isUserAndPassword(value);
    }
    return value.length() >= SHORTEST_TOKEN
        && (value.length() >= SHORTEST_WORD || !value.chars().allMatch(Character::isLetter));
  }

  /** RFC 7617. */
  private static boolean isUserAndPassword(String value) {
    try {
      byte[] pair = Base64.getDecoder().decode(value);
      return new String(pair, StandardCharsets.UTF_8).indexOf(':') >= 0;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** The end of a key of a well-known service that begins at a place, or the place. */
  static int endOfKey(String text, int at) {
    for (String prefix : PREFIXES) {
      if (text.startsWith(prefix, at)) {
        int end = endOfBase64(text, at);
        return end - at >= SHORTEST_KEY ? end : at;
      }
    }
    return at;
  }

  /** The end of a JSON Web Token, RFC 7519, that begins at a place, or the place. */
  static int endOfJwt(String text, int at) {
    if (!text.startsWith("eyJ", at)) {
      return at;
    }
    int header = endOfBase64(text, at);
    if (header - at < 9 || header >= text.length() || text.charAt(header) != '.') {
      return at;
    }
    int end = header;
    while (end < text.length() && text.charAt(end) == '.') {
      end = endOfBase64(text, end + 1);
    }
    return end - header > 1 ? end : at;
  }

  private static int endOfBase64(String text, int from) {
    int end = from;
    while (end < text.length() && isBase64(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isBase64(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '_';
  }
}

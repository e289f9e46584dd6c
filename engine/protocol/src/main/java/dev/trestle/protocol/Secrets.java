package dev.trestle.protocol;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Masks what must not be seen in logs, reports and messages: tokens, passwords, card numbers. */
public final class Secrets {

  /** What stands in place of a secret. */
  public static final String MASK = "*****";

  private static final Pattern TOKEN =
      Pattern.compile("(?i)\\b(Bearer|Basic)\\s+[A-Za-z0-9._~+/=-]{6,}");

  private static final Pattern JWT =
      Pattern.compile("\\beyJ[A-Za-z0-9_-]{6,}\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]*");

  /** How the names of secrets end, in lower case. */
  private static final List<String> NAMES =
      List.of(
          "password",
          "passwd",
          "secret",
          "token",
          "apikey",
          "api_key",
          "api-key",
          "cvc",
          "cvv",
          "authorization",
          "cookie");

  private static final String NAME = "(?:" + String.join("|", NAMES) + ")";

  private static final Pattern JSON_MEMBER =
      Pattern.compile("(?i)(" + NAME + "\"\\s*:\\s*)\"(?:[^\"\\\\]|\\\\.)*\"");

  private static final Pattern JSON_OTHER =
      Pattern.compile(
          "(?i)("
              + NAME
              + "\"\\s*:\\s*)(?:-?[0-9][0-9.eE+-]*|true|false|\\[[^\\]]*\\]|\\{[^{}]*\\})");

  private static final Pattern PARAMETER = Pattern.compile("(?i)(" + NAME + "=)[^&\\s\"',;]+");

  private static final Pattern XML_ELEMENT =
      Pattern.compile("(?i)(<[\\w:.-]*" + NAME + "(?:\\s[^<>]*)?>)[^<>]+(?=</)");

  /** A part of RFC 7578: its name, the rest of its headers, an empty line and its value. */
  private static final Pattern PART =
      Pattern.compile(
          "(?i)(name=\"[^\"\\r\\n]*"
              + NAME
              + "\"[^\\r\\n]*\\r?\\n(?:[^\\r\\n]+\\r?\\n)*\\r?\\n)[^\\r\\n]+");

  private static final int SHORTEST_CARD = 13;

  private static final Pattern CARD =
      Pattern.compile("(?<![\\d.-])\\d(?:[ -]?\\d){12,18}(?![\\d.-])");

  private Secrets() {}

  /** The text with every secret that is recognised replaced by {@link #MASK}. */
  public static String mask(String text) {
    String masked = text;
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.contains("bearer") || lower.contains("basic")) {
      masked = TOKEN.matcher(masked).replaceAll("$1 " + MASK);
    }
    if (text.contains("eyJ")) {
      masked = JWT.matcher(masked).replaceAll(MASK);
    }
    if (NAMES.stream().anyMatch(lower::contains)) {
      masked = JSON_MEMBER.matcher(masked).replaceAll("$1\"" + MASK + "\"");
      masked = JSON_OTHER.matcher(masked).replaceAll("$1\"" + MASK + "\"");
      masked = PARAMETER.matcher(masked).replaceAll("$1" + MASK);
      masked = XML_ELEMENT.matcher(masked).replaceAll("$1" + MASK);
      masked = PART.matcher(masked).replaceAll("$1" + MASK);
    }
    return hasLongNumber(text) ? CARD.matcher(masked).replaceAll(Secrets::maskCard) : masked;
  }

  /** The value of something that has a name, such as a field {@code $.password}, masked. */
  public static String mask(String name, String value) {
    String lower = name.strip().toLowerCase(Locale.ROOT);
    return NAMES.stream().anyMatch(lower::endsWith) ? MASK : mask(value);
  }

  /** Whether there is any use in looking for cards, which is the slowest search. */
  private static boolean hasLongNumber(String text) {
    int digits = 0;
    for (int i = 0; i < text.length() && digits < SHORTEST_CARD; i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        digits++;
      } else if (c != ' ' && c != '-') {
        digits = 0;
      }
    }
    return digits >= SHORTEST_CARD;
  }

  private static String maskCard(MatchResult match) {
    String digits = match.group().replaceAll("\\D", "");
    if (!passesLuhn(digits)) {
      return match.group();
    }
    return "**** **** **** " + digits.substring(digits.length() - 4);
  }

  /** The check digit of ISO/IEC 7812-1 annex B. */
  private static boolean passesLuhn(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int doubled = i % 2 == 0 ? digit : digit * 2;
      sum += doubled > 9 ? doubled - 9 : doubled;
    }
    return sum % 10 == 0;
  }
}

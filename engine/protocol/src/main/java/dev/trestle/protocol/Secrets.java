package dev.trestle.protocol;

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

  private static final String NAMES =
      "[A-Za-z0-9_.-]{0,40}(?:password|passwd|secret|token|api[_-]?key|cvc|cvv|authorization|cookie)";

  private static final Pattern JSON_MEMBER =
      Pattern.compile("(?i)(\"" + NAMES + "\"\\s*:\\s*)\"(?:[^\"\\\\]|\\\\.)*\"");

  private static final Pattern PARAMETER = Pattern.compile("(?i)\\b(" + NAMES + "=)[^&\\s\"',;]+");

  private static final Pattern CARD =
      Pattern.compile("(?<![\\d.-])\\d(?:[ -]?\\d){12,18}(?![\\d.-])");

  private Secrets() {}

  /** The text with every secret that is recognised replaced by {@link #MASK}. */
  public static String mask(String text) {
    String masked = TOKEN.matcher(text).replaceAll("$1 " + MASK);
    masked = JWT.matcher(masked).replaceAll(MASK);
    masked = JSON_MEMBER.matcher(masked).replaceAll("$1\"" + MASK + "\"");
    masked = PARAMETER.matcher(masked).replaceAll("$1" + MASK);
    return CARD.matcher(masked).replaceAll(Secrets::maskCard);
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

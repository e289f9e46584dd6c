package dev.trestle.protocol.mask;

import java.util.regex.Pattern;

/**
 * Whether a value is unlike ordinary words, numbers and ids, so that it can be masked wherever it
 * stands. A password such as {@code shop} or {@code room-7} is masked by its name alone, since
 * without it the shop and the room would vanish from every message.
 */
final class Distinctive {

  private static final int SHORTEST = 6;
  private static final int SHORTEST_WORD = 16;
  private static final int SHORTEST_WORDS = 20;
  private static final int SHORTEST_WORD_WITH_NUMBER = 10;
  private static final int SHORTEST_WORDS_WITH_NUMBERS = 20;
  private static final int LONGEST_NUMBER = 4;
  private static final int LONG = 16;
  private static final String BETWEEN = " -_./:#,@";

  private static final Pattern VERSION = Pattern.compile("v?\\d+(\\.\\d+)+");
  private static final Pattern WORD = Pattern.compile("\\p{Ll}{3}");
  private static final Pattern MANY_DIGITS = Pattern.compile("(\\d\\D*){6}");
  private static final Pattern WORD_AFTER_NUMBER = Pattern.compile("\\d.*\\p{L}");
  private static final Pattern CAPITALS_AND_NUMBER = Pattern.compile("/?\\p{Lu}+[-_./:#]?\\d+");

  private Distinctive() {}

  static boolean is(String value) {
    if (value.length() < SHORTEST || Shapes.isShown(value) || isAddress(value)) {
      return false;
    }
    int letters = 0;
    int digits = 0;
    int between = 0;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      letters += Character.isLetter(c) ? 1 : 0;
      digits += Character.isDigit(c) ? 1 : 0;
      between += c == ' ' || c == '-' || c == '_' || c == '.' ? 1 : 0;
    }
    if (digits == value.length()) {
      return value.chars().distinct().count() > 2;
    }
    if (isCode(value)) {
      return true;
    }
    if (letters == value.length()) {
      return letters >= SHORTEST_WORD;
    }
    if (letters + between == value.length()) {
      return value.length() >= SHORTEST_WORDS;
    }
    return letters + digits > 2
        && !isDecimal(value, digits)
        && !(isId(value, letters + digits) || isMailAddress(value));
  }

  /** A short one of words and numbers, such as {@code room-7}, {@code table12} or {@code a/7}. */
  private static boolean isId(String value, int lettersAndDigits) {
    boolean joined = lettersAndDigits == value.length();
    int shortest = joined ? SHORTEST_WORD_WITH_NUMBER : SHORTEST_WORDS_WITH_NUMBERS;
    return value.length() < shortest
        && value.indexOf('@') < 0
        && isWordsAndNumbers(value)
        && (isNumbered(value) || VERSION.matcher(value).matches());
  }

  /**
   * Whether a word, or one in capitals with a single number, comes before the numbers, as in ids;
   * codes of recovery and licences have many digits, and letters among them.
   */
  private static boolean isNumbered(String value) {
    return WORD.matcher(value).find()
        ? !MANY_DIGITS.matcher(value).find() || !WORD_AFTER_NUMBER.matcher(value).find()
        : CAPITALS_AND_NUMBER.matcher(value).matches();
  }

  /** Whether it is written in groups of one length, such as {@code 1234-5678}, as codes are. */
  private static boolean isCode(String value) {
    String[] groups = value.split("[- ]", -1);
    int length = groups[0].length();
    boolean isDigits = value.chars().noneMatch(Character::isLetter);
    boolean isUpper = value.chars().noneMatch(Character::isLowerCase);
    int fewest = isDigits ? 2 : isUpper ? 3 : 4;
    if (groups.length < fewest || length < (isDigits ? 3 : 4)) {
      return false;
    }
    for (int i = 0; i < groups.length; i++) {
      boolean isLast = i == groups.length - 1 && groups.length > 2;
      boolean fits =
          isLast
              ? groups[i].length() <= length && groups[i].length() > 1
              : groups[i].length() == length;
      if (!fits || !groups[i].chars().allMatch(Character::isLetterOrDigit)) {
        return false;
      }
    }
    return isDigits || value.chars().noneMatch(Character::isDigit) || isUpper;
  }

  /** Whether it is a password of letters and digits as people choose them: {@code summer2024}. */
  static boolean isOfPerson(String value) {
    return value.length() >= SHORTEST
        && !Shapes.isShown(value)
        && value.chars().allMatch(Character::isLetterOrDigit)
        && value.chars().anyMatch(Character::isLetter)
        && value.chars().anyMatch(Character::isDigit);
  }

  private static boolean isMailAddress(String value) {
    int at = value.indexOf('@');
    return at > 0
        && at == value.lastIndexOf('@')
        && value.indexOf('.', at) > at + 1
        && isWordsAndNumbers(value);
  }

  /** Whether words of one case come with short numbers behind them or apart from them. */
  private static boolean isWordsAndNumbers(String value) {
    int number = 0;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      char before = i == 0 ? ' ' : value.charAt(i - 1);
      number = Character.isDigit(c) ? number + 1 : 0;
      boolean isPart =
          BETWEEN.indexOf(c) >= 0
              || (Character.isLetter(c) ? isNextOfWord(value, i, before) : number > 0);
      if (!isPart || number > LONGEST_NUMBER) {
        return false;
      }
    }
    return true;
  }

  /** Letters behind a digit, or in upper case behind ones in lower case, are those of a key. */
  private static boolean isNextOfWord(String value, int at, char before) {
    boolean isSecond = at < 2 || !Character.isLetter(value.charAt(at - 2));
    boolean isSameCase =
        Character.isUpperCase(before) == Character.isUpperCase(value.charAt(at))
            || (isSecond && Character.isUpperCase(before));
    return !Character.isDigit(before) && (!Character.isLetter(before) || isSameCase);
  }

  /** Whether a short value at a place is not a part of a longer word or number. */
  static boolean standsAlone(String text, int at, String value) {
    if (value.length() >= LONG) {
      return true;
    }
    int end = at + value.length();
    boolean before = at > 0 && joins(text.charAt(at - 1), value.charAt(0));
    boolean escape = at > 1 && text.charAt(at - 2) == '\\'; // the n of \n
    boolean after =
        end < text.length() && joins(value.charAt(value.length() - 1), text.charAt(end));
    return (!before || escape) && !after;
  }

  private static boolean joins(char left, char right) {
    return Character.isLetterOrDigit(left) && Character.isLetterOrDigit(right);
  }

  private static boolean isAddress(String value) {
    return value.startsWith("http://") || value.startsWith("https://");
  }

  private static boolean isDecimal(String value, int digits) {
    int others = 0;
    for (int i = 0; i < value.length(); i++) {
      others += "+-.eE,: /".indexOf(value.charAt(i)) >= 0 ? 1 : 0;
    }
    return digits + others == value.length() && value.length() < LONG;
  }
}

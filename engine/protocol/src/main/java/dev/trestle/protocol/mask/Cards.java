package dev.trestle.protocol.mask;

/** Finds card numbers: 13 to 19 digits, also in groups, with a right check digit. */
final class Cards {

  private static final int SHORTEST = 13;
  private static final int LONGEST = 19;

  private Cards() {}

  /** Masks a number that begins at a place, and returns where to go on. */
  static int mask(Scan scan, int from) {
    int end = endOfDigits(scan, from);
    boolean grouped = isDigit(scan.at(end + 1)) && (scan.at(end) == ' ' || scan.at(end) == '-');
    boolean whole = end - from >= SHORTEST && end - from <= LONGEST;
    return whole || (grouped && end - from < SHORTEST) ? number(scan, from) : end;
  }

  private static int number(Scan scan, int from) {
    char before = scan.at(from - 1);
    int[] digits = new int[LONGEST];
    int count = 0;
    int bestEnd = -1;
    int firstGroup = -1;
    int at = from;
    while (count < LONGEST && isDigit(scan.at(at))) {
      digits[count++] = scan.at(at++) - '0';
      if (isDigit(scan.at(at))) {
        continue;
      }
      firstGroup = firstGroup < 0 ? at : firstGroup;
      if (count >= SHORTEST && isEnd(scan, at) && passesLuhn(digits, count)) {
        bestEnd = at;
      }
      boolean grouped = (scan.at(at) == ' ' || scan.at(at) == '-') && isDigit(scan.at(at + 1));
      at += grouped ? 1 : 0;
    }
    if (bestEnd > 0 && before != '.' && before != '-' && !isDigit(before)) {
      String last = scan.text.substring(from, bestEnd).replaceAll("\\D", "");
      String shown = "**** **** **** " + last.substring(last.length() - 4);
      return scan.replace(from, bestEnd, shown);
    }
    return firstGroup > 0 ? firstGroup : endOfDigits(scan, at);
  }

  private static boolean isEnd(Scan scan, int at) {
    char c = scan.at(at);
    return at == scan.text.length() || (c != '.' && c != '-') || !isDigit(scan.at(at + 1));
  }

  private static int endOfDigits(Scan scan, int from) {
    int at = from;
    while (isDigit(scan.at(at))) {
      at++;
    }
    return at;
  }

  /** The check digit of ISO/IEC 7812-1 annex B. */
  private static boolean passesLuhn(int[] digits, int count) {
    if (digits[0] == 0) { // no issuer's number begins so, and sixteen zeros would pass
      return false;
    }
    int sum = 0;
    for (int i = 0; i < count; i++) {
      int digit = digits[count - 1 - i];
      int doubled = i % 2 == 0 ? digit : digit * 2;
      sum += doubled > 9 ? doubled - 9 : doubled;
    }
    return sum % 10 == 0;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}

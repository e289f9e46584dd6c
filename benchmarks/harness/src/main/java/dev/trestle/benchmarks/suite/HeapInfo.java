package dev.trestle.benchmarks.suite;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what {@code jcmd … GC.heap_info} says. */
final class HeapInfo {

  private static final Pattern USED =
      Pattern.compile(
          "(?:def new generation|tenured generation|garbage-first heap) +total [0-9]+K,"
              + " used ([0-9]+)K");

  private HeapInfo() {}

  /** The used part of the heap, in MB. */
  static double used(String text) {
    Matcher matcher = USED.matcher(text);
    long kilobytes = 0;
    boolean found = false;
    while (matcher.find()) {
      kilobytes += Long.parseLong(matcher.group(1));
      found = true;
    }
    if (!found) {
      throw new IllegalStateException("This tells of no heap: " + text);
    }
    return kilobytes / 1024.0;
  }
}

package dev.trestle.maven;

import dev.trestle.protocol.Secrets;
import dev.trestle.protocol.VisibleText;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Prints log lines with their service's name before them, in a colour of its own. */
final class LogPrinter {

  /** Cyan, yellow, green, magenta, blue and red, in the codes of a terminal. */
  private static final int[] COLOURS = {36, 33, 32, 35, 34, 31};

  private final PrintStream out;
  private final boolean coloured;
  private final Map<String, String> labels = new LinkedHashMap<>();

  /**
   * A printer.
   *
   * @param out where to
   * @param coloured whether that is a terminal
   */
  LogPrinter(PrintStream out, boolean coloured) {
    this.out = out;
    this.coloured = coloured;
  }

  /** Makes the names of these services equally wide. */
  void align(List<String> services) {
    int width = services.stream().mapToInt(String::length).max().orElse(0);
    for (String service : services) {
      String label = service + " ".repeat(width - service.length()) + " | ";
      int colour = COLOURS[labels.size() % COLOURS.length];
      labels.put(service, coloured ? "\033[" + colour + "m" + label + "\033[0m" : label);
    }
  }

  /** Prints a line, with secrets masked. */
  void print(String service, String line) {
    out.println(labels.getOrDefault(service, service + " | ") + VisibleText.of(Secrets.mask(line)));
  }
}

package dev.trestle.host.standin.mail;

/** Text whose lines were broken on the way, RFC 3676. */
final class FlowedText {

  private FlowedText() {}

  /**
   * The text as it was written.
   *
   * @param deleteSpace whether the space at which a line was broken is not part of the text
   */
  static String of(String text, boolean deleteSpace) {
    StringBuilder out = new StringBuilder();
    String[] lines = text.split("\\r?\\n", -1);
    for (int i = 0; i < lines.length; i++) {
      String line = lines[i].startsWith(" ") ? lines[i].substring(1) : lines[i];
      boolean flows = line.endsWith(" ") && !line.equals("-- ") && i < lines.length - 1;
      if (flows) {
        out.append(deleteSpace ? line.substring(0, line.length() - 1) : line);
      } else {
        out.append(line).append(i < lines.length - 1 ? "\r\n" : "");
      }
    }
    return out.toString();
  }
}
